@file:JvmName("EightSequences")

package dev.fermata.benchmarks.peers

fun sumOfAll(length: Int): Long {
    val all = listOf(
        upwards(length),
        downwards(length),
        squares(length),
        triangles(length),
        alternating(length),
        fibonacci(length),
        twice(length),
        random(length),
    )
    var sum = 0L
    for (values in all) {
        for (value in values) {
            sum += value
        }
    }
    return sum
}

private fun upwards(length: Int) = sequence { for (i in 0 until length) yield(i) }

private fun downwards(length: Int) = sequence { for (i in length downTo 1) yield(i) }

private fun squares(length: Int) = sequence { for (i in 0 until length) yield(i * i) }

private fun triangles(length: Int) = sequence {
    var sum = 0
    for (i in 0 until length) {
        sum += i
        yield(sum)
    }
}

private fun alternating(length: Int) = sequence {
    var sign = 1
    for (i in 0 until length) {
        yield(sign * i)
        sign = -sign
    }
}

private fun fibonacci(length: Int) = sequence {
    var last = 0
    var next = 1
    repeat(length) {
        yield(next)
        val sum = last + next
        last = next
        next = sum
    }
}

private fun twice(length: Int) = sequence {
    for (i in 0 until length / 2) {
        yield(i)
        yield(i)
    }
}

private fun random(length: Int) = sequence {
    var seed = 1
    repeat(length) {
        seed = seed * 1_664_525 + 1_013_904_223
        yield(seed ushr 8)
    }
}
