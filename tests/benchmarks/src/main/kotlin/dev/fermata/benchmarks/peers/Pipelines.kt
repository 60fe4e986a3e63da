@file:JvmName("KotlinPipelines")

package dev.fermata.benchmarks.peers

fun sumByOperators(items: Int, limit: Int): Long = sumOf(
    (0 until items).asSequence()
        .filter { it % 2 == 0 }
        .map { it * 3 }
        .takeWhile { it < limit }
        .map { it + 1 },
)

fun sumBySequences(items: Int, limit: Int): Long = sumOf(incremented(below(tripled(even(range(items))), limit)))

private fun sumOf(values: Sequence<Int>): Long {
    var sum = 0L
    for (value in values) {
        sum += value
    }
    return sum
}

private fun range(upTo: Int) = sequence { for (i in 0 until upTo) yield(i) }

private fun even(values: Sequence<Int>) = sequence {
    for (value in values) {
        if (value % 2 == 0) {
            yield(value)
        }
    }
}

private fun tripled(values: Sequence<Int>) = sequence { for (value in values) yield(value * 3) }

private fun below(values: Sequence<Int>, limit: Int) = sequence {
    for (value in values) {
        if (value >= limit) {
            break
        }
        yield(value)
    }
}

private fun incremented(values: Sequence<Int>) = sequence { for (value in values) yield(value + 1) }
