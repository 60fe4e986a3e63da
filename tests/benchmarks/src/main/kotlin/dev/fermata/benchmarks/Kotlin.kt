package dev.fermata.benchmarks

import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn

/** The peers: the same work with Kotlin's own means. */
object Kotlin {
    @JvmStatic
    fun range(upTo: Int): Sequence<Int> = sequence {
        for (i in 0 until upTo) yield(i)
    }

    @JvmStatic
    fun walkInScope(tree: Tree): Sequence<Int> = sequence { walk(tree) }

    private suspend fun SequenceScope<Int>.walk(tree: Tree?) {
        if (tree != null) {
            walk(tree.left)
            yield(tree.value)
            walk(tree.right)
        }
    }

    @JvmStatic
    fun walkByYieldAll(tree: Tree?): Sequence<Int> = sequence {
        if (tree != null) {
            yieldAll(walkByYieldAll(tree.left))
            yield(tree.value)
            yieldAll(walkByYieldAll(tree.right))
        }
    }

    private suspend fun chain(depth: Int): Int = if (depth == 0) 1 else chain(depth - 1) + 1

    private val nowhere = Continuation<Int>(EmptyCoroutineContext) { }

    /** Starts the chain and, as it never suspends, has its result at once. */
    @JvmStatic
    fun await(depth: Int): Int {
        val start: suspend () -> Int = { chain(depth) }
        return start.startCoroutineUninterceptedOrReturn(nowhere) as Int
    }
}
