@file:JvmName("KotlinAwaitChains")

package dev.fermata.benchmarks.peers

fun sumOfReadyChains(chains: Int, depth: Int): Long = EchoContinuations().run {
    var sum = 0L
    for (i in 0 until chains) {
        sum += ready(depth, i)
    }
    sum
}

fun sumOfSuspendingChains(chains: Int, depth: Int): Long = EchoContinuations().run {
    var sum = 0L
    for (i in 0 until chains) {
        sum += suspending(depth, i)
    }
    sum
}

fun sumOfSwitches(switches: Int, depth: Int): Long = EchoContinuations().run { switching(depth, switches) }

private suspend fun ready(depth: Int, value: Int): Int = if (depth == 1) value else ready(depth - 1, value) + 1

private suspend fun EchoContinuations.suspending(depth: Int, value: Int): Int =
    if (depth == 1) suspend(value) else suspending(depth - 1, value) + 1

private suspend fun EchoContinuations.switching(depth: Int, switches: Int): Long {
    if (depth > 1) {
        return switching(depth - 1, switches) + 1
    }
    var sum = 0L
    for (i in 0 until switches) {
        sum += suspend(i)
    }
    return sum
}
