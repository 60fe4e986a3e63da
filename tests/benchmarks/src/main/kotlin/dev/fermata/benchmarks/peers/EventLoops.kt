@file:JvmName("KotlinEventLoops")

package dev.fermata.benchmarks.peers

import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun sumOfSpawned(spawns: Int): Long = runBlocking {
    var sum = 0L
    for (i in 0 until spawns) {
        sum += async { i }.await()
    }
    sum
}

fun sumOfTurns(turns: Int, depth: Int): Long = runBlocking { turning(depth, turns) }

fun sumOfTaskSwitches(tasks: Int, turns: Int): Long = runBlocking {
    List(tasks) { async { turning(1, turns) } }.awaitAll().sum()
}

private suspend fun turning(depth: Int, turns: Int): Long {
    if (depth > 1) {
        return turning(depth - 1, turns) + 1
    }
    var sum = 0L
    for (i in 0 until turns) {
        yield()
        sum += i
    }
    return sum
}
