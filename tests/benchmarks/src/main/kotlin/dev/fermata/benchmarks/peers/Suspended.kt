@file:JvmName("KotlinSuspended")

package dev.fermata.benchmarks.peers

import dev.fermata.benchmarks.memory.Heap
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.startCoroutine
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.cancelChildren
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

private const val TASKS = 100_000

private val nobody = Continuation<Int>(EmptyCoroutineContext) {}

fun suspendedSequence(): Any {
    val values = sequence { for (i in 0 until 2) yield(i) }.iterator()
    values.next()
    return values
}

fun suspendedChain(depth: Int): Any {
    var innermost: Continuation<Int>? = null
    val chain: suspend () -> Int = { nested(depth) { innermost = it } }
    chain.startCoroutine(nobody)
    return innermost!!
}

private suspend fun nested(depth: Int, holder: (Continuation<Int>) -> Unit): Int =
    if (depth == 1) parked(holder) + depth else nested(depth - 1, holder) + depth

private suspend fun parked(holder: (Continuation<Int>) -> Unit): Int = suspendCoroutineUninterceptedOrReturn {
    holder(it)
    COROUTINE_SUSPENDED
}

/** What the tasks of `MillionTasks` do, by a tenth as many coroutines. */
object KotlinManyTasks {
    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking {
        val gate = CompletableDeferred<Unit>()
        val results = Channel<Int>(1_000)
        val before = Heap.used()
        for (i in 0 until TASKS) {
            launch { outer(gate, results, i) }
        }
        yield()
        Heap.print("waiting", Heap.used() - before, TASKS)
        gate.complete(Unit)
        yield()
        Heap.print("sleeping", Heap.used() - before, TASKS)
        coroutineContext.cancelChildren()
    }

    private suspend fun outer(gate: CompletableDeferred<Unit>, results: Channel<Int>, value: Int) {
        results.send(inner(gate, value))
    }

    private suspend fun inner(gate: CompletableDeferred<Unit>, value: Int): Int {
        gate.await()
        delay(3_600_000)
        return value
    }
}
