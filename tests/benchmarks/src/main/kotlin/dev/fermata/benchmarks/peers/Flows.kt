@file:JvmName("KotlinFlows")

package dev.fermata.benchmarks.peers

import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.fold
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking

fun sumOfLookedUp(items: Int): Long = runBlocking {
    numbers(items)
        .filter { it % 2 == 0 }
        .map { Lookup.of(it).await() }
        .fold(0L) { sum, answer -> sum + answer }
}

private fun numbers(upTo: Int) = flow {
    for (i in 0 until upTo) {
        emit(i)
    }
}
