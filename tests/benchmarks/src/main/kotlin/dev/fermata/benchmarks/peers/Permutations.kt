@file:JvmName("KotlinPermutations")

package dev.fermata.benchmarks.peers

fun permutationsByScope(elements: Int): Iterator<IntArray> = iterator { permute(Permutation.first(elements), 0) }

fun permutationsByYieldAll(elements: Int): Iterator<IntArray> = permutations(Permutation.first(elements), 0).iterator()

/** Calls itself in the scope of one sequence. */
private suspend fun SequenceScope<IntArray>.permute(values: IntArray, from: Int) {
    if (from == values.size) {
        yield(values)
        return
    }
    for (i in from until values.size) {
        Permutation.swap(values, from, i)
        permute(values, from + 1)
        Permutation.swap(values, from, i)
    }
}

/** Makes a sequence for what is still to be permuted. */
private fun permutations(values: IntArray, from: Int): Sequence<IntArray> = sequence {
    if (from == values.size) {
        yield(values)
    } else {
        for (i in from until values.size) {
            Permutation.swap(values, from, i)
            yieldAll(permutations(values, from + 1))
            Permutation.swap(values, from, i)
        }
    }
}
