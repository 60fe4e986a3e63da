@file:JvmName("OtherSequences")

package dev.fermata.benchmarks.peers

private const val ROUNDS = 20_000

/** Sequences that are run for their trace in the type profiles of Kotlin's shared code, not for their values. */
fun runOtherSequences(): Long {
    var sum = 0L
    repeat(ROUNDS) {
        for (other in listOf(countDown(9), squares(9), odd(9), twice(9), twiceDelegated(9), powers(9), oneByOne(9))) {
            for (value in other) {
                sum += value
            }
        }
    }
    return sum
}

private fun countDown(from: Int) = sequence { for (i in from downTo 1) yield(i) }

private fun squares(upTo: Int) = sequence { for (i in 0 until upTo) yield(i * i) }

private fun odd(upTo: Int) = sequence { for (i in 1 until upTo step 2) yield(i) }

private fun twice(upTo: Int) = sequence {
    for (i in 0 until upTo) {
        yield(i)
        yield(i)
    }
}

private fun twiceDelegated(upTo: Int) = sequence {
    yieldAll(odd(upTo))
    yieldAll(squares(upTo))
}

private fun powers(upTo: Int) = sequence {
    var power = 1
    repeat(upTo) {
        yield(power)
        power *= 2
    }
}

private fun oneByOne(upTo: Int) = sequence { for (i in 0 until upTo) yieldAll(listOf(i)) }
