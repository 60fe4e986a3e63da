@file:JvmName("KotlinNested")

package dev.fermata.benchmarks.peers

fun nestedByScope(depth: Int): Iterator<Int> = iterator { count(depth) }

fun nestedByYieldAll(depth: Int): Iterator<Int> = counted(depth).iterator()

/** Calls itself in the scope of one sequence, and counts at the bottom. */
private suspend fun SequenceScope<Int>.count(depth: Int) {
    if (depth > 0) {
        count(depth - 1)
        // Not a tail call, which Kotlin would leave out of the chain.
        yield(-1)
        return
    }
    var i = 0
    while (true) {
        yield(i++)
    }
}

/** Makes a sequence for each level, and counts at the bottom. */
private fun counted(depth: Int): Sequence<Int> = sequence {
    if (depth > 0) {
        yieldAll(counted(depth - 1))
    } else {
        var i = 0
        while (true) {
            yield(i++)
        }
    }
}
