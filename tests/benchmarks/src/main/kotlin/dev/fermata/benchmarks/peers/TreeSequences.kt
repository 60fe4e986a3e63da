@file:JvmName("KotlinTreeSequences")

package dev.fermata.benchmarks.peers

fun sumByScope(tree: Tree?): Long = sumOf(sequence { walk(tree) })

fun sumByYieldAll(tree: Tree?): Long = sumOf(inOrder(tree))

private fun sumOf(values: Sequence<Int>): Long {
    var sum = 0L
    for (value in values) {
        sum = 31 * sum + value
    }
    return sum
}

/** Calls itself in the scope of one sequence. */
private suspend fun SequenceScope<Int>.walk(tree: Tree?) {
    if (tree != null) {
        walk(tree.left())
        yield(tree.value())
        walk(tree.right())
    }
}

/** Makes a sequence for every subtree. */
private fun inOrder(tree: Tree?): Sequence<Int> = sequence {
    if (tree != null) {
        yieldAll(inOrder(tree.left()))
        yield(tree.value())
        yieldAll(inOrder(tree.right()))
    }
}
