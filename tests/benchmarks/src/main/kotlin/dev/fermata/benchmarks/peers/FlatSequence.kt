@file:JvmName("KotlinFlatSequence")

package dev.fermata.benchmarks.peers

fun sumOfRange(items: Int): Long {
    var sum = 0L
    for (value in lazyRange(items)) {
        sum += value
    }
    return sum
}

private fun lazyRange(upTo: Int): Sequence<Int> = sequence {
    for (i in 0 until upTo) {
        yield(i)
    }
}
