package demo

import dev.fermata.Coroutine
import dev.fermata.Generator
import dev.fermata.StopIteration
import dev.fermata.Suspendable
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine

fun interface Source {
    fun upTo(n: Int): Iterable<Int>?
}

data class Point(val x: Int, val y: Int)

class Named(val name: String, val points: List<Point>, val size: Long)

inline fun <T> guarded(what: String, block: () -> T): T {
    try {
        return block()
    } finally {
        println("left $what")
    }
}

inline fun <R> twice(block: (Int) -> R): R {
    block(1)
    return block(2)
}

class Numbers(private val base: Int) {
    @Suspendable
    fun upTo(n: Int = 3): Iterable<Int>? {
        for (i in 0 until n) {
            Generator.`yield`<Any?>(base + i)
        }
        return null
    }

    companion object {
        @JvmStatic
        @Suspendable
        fun first(): Iterable<String>? {
            Generator.`yield`<Any?>("first")
            return null
        }
    }
}

@Suspendable
fun later(n: Int): Coroutine<Int> {
    Coroutine.suspend<Any?>("later $n")
    return Coroutine.of(n)
}

/** Inlined lambdas that wait, in the arguments of constructors: the new objects lie on the stack and in variables. */
@Suspendable
fun inlined(): Coroutine<Named> {
    val named = Named(
        "n" + Coroutine.await(later(1)),
        listOf(1, 2).map { Point(Coroutine.await(later(it)), twice { n -> n * Coroutine.await(later(10)) }) },
        guarded("size") {
            try {
                Coroutine.await(later(5)).toLong()
            } catch (e: IllegalStateException) {
                -1L
            }
        },
    )
    return Coroutine.of(named)
}

/** Returns from within an inlined lambda, through an inlined finally. */
@Suspendable
fun untilThree(): Iterable<Int>? {
    listOf(1, 2, 3, 4).forEach { n ->
        guarded("round $n") {
            if (n == 3) return null
            Generator.`yield`<Any?>(n)
        }
    }
    return null
}

@Suspendable
fun elvis(text: String?): Iterable<Any?>? {
    val sent: Int? = Generator.`yield`<Int?>(text?.length)
    Generator.`yield`<Any?>(sent ?: "nothing")
    return null
}

fun multiplesOf(factor: Int) = Source { n ->
    for (i in 1..n) Generator.`yield`<Any?>(factor * i)
    null
}

/** Kotlin's own suspension, with one of ours inside. */
suspend fun kotlinSum(): Int {
    var sum = 0
    for (n in Numbers(10).upTo()!!) {
        sum += suspendCoroutine<Int> { it.resume(n) }
    }
    return sum
}

fun drive(coroutine: Coroutine<*>) {
    try {
        var trap = coroutine.send(null)
        while (true) {
            println(trap)
            trap = coroutine.send(null)
        }
    } catch (end: StopIteration) {
        val named = end.value() as Named
        println("${named.name} ${named.points} ${named.size}")
    }
}

fun main() {
    Numbers(1).upTo()!!.forEach(::println)
    Numbers.first()!!.forEach(::println)
    drive(inlined())
    untilThree()!!.forEach(::println)
    elvis(null)!!.forEach(::println)
    val outcome = Continuation<Int>(EmptyCoroutineContext) { println(it.getOrThrow()) }
    ::kotlinSum.startCoroutine(outcome)
    multiplesOf(7).upTo(2)!!.forEach(::println)
    println(sequence { yieldAll(JavaSide.countdown(2)) }.toList())
}
