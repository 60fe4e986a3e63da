@file:JvmName("KotlinFirst")

package dev.fermata.benchmarks.peers

import kotlinx.coroutines.runBlocking

fun item(): Int = range(2).first()

fun result(): Int = runBlocking { outer() }

private fun range(upTo: Int): Sequence<Int> = sequence {
    for (i in 0 until upTo) {
        yield(i)
    }
}

private suspend fun outer(): Int = inner() + 1

private suspend fun inner(): Int = 1
