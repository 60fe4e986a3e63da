package dev.fermata.benchmarks.peers

import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine

/** A loop for suspending functions: resumes one with the value it has suspended with. */
internal class EchoContinuations {
    private var suspended: Continuation<Int>? = null
    private var value = 0

    suspend fun suspend(value: Int): Int = suspendCoroutineUninterceptedOrReturn { continuation ->
        this.value = value
        suspended = continuation
        COROUTINE_SUSPENDED
    }

    fun run(block: suspend EchoContinuations.() -> Long): Long {
        var outcome: Result<Long>? = null
        block.startCoroutine(this, Continuation(EmptyCoroutineContext) { outcome = it })
        while (true) {
            val next = suspended ?: return outcome!!.getOrThrow()
            suspended = null
            next.resume(value)
        }
    }
}
