@file:JvmName("KotlinPrimitives")

package dev.fermata.benchmarks.peers

import java.util.concurrent.Executor
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

fun sumOfEchoes(rounds: Int): Long = runBlocking {
    val there = Channel<Int>()
    val back = Channel<Int>()
    launch {
        for (i in 0 until rounds) {
            back.send(there.receive())
        }
    }
    var sum = 0L
    for (i in 0 until rounds) {
        there.send(i)
        sum += back.receive()
    }
    sum
}

fun locked(rounds: Int): Long = runBlocking {
    val mutex = Mutex()
    val contenders = List(2) {
        async {
            var taken = 0L
            for (i in 0 until rounds) {
                mutex.withLock {
                    taken++
                    yield()
                }
            }
            taken
        }
    }
    contenders.awaitAll().sum()
}

fun sumOfGathered(tasks: Int): Long = runBlocking {
    var sum = 0L
    for (value in List(tasks) { async { it } }.awaitAll()) {
        sum += value
    }
    sum
}

fun sumOfAnswers(there: Executor, rounds: Int): Long {
    val dispatcher = there.asCoroutineDispatcher()
    return runBlocking {
        var sum = 0L
        for (i in 0 until rounds) {
            sum += withContext(dispatcher) { i }
        }
        sum
    }
}

fun slept(tasks: Int, cancelled: Boolean): Long = runBlocking {
    val all = List(tasks) { launch { delay(if (cancelled) 3_600_000L else 1L) } }
    yield()
    if (cancelled) {
        all.forEach { it.cancel() }
    }
    all.joinAll()
    all.count { it.isCompleted }.toLong()
}

fun sumOfBuffered(capacity: Int, elements: Int): Long = runBlocking {
    val channel = Channel<Int>(capacity)
    launch {
        for (i in 0 until elements) {
            channel.send(i)
        }
    }
    var sum = 0L
    for (i in 0 until elements) {
        sum += channel.receive()
    }
    sum
}

fun sumOfCompleted(futures: Int): Long = runBlocking {
    var sum = 0L
    for (i in 0 until futures) {
        val deferred = CompletableDeferred<Int>()
        deferred.complete(i)
        sum += deferred.await()
    }
    sum
}

fun sumOfPending(futures: Int): Long = runBlocking {
    lateinit var current: CompletableDeferred<Int>
    launch {
        for (i in 0 until futures) {
            current.complete(i)
            yield()
        }
    }
    var sum = 0L
    for (i in 0 until futures) {
        current = CompletableDeferred()
        sum += current.await()
    }
    sum
}

fun sumOfPieces(pieces: Int): Long = runBlocking {
    var sum = 0L
    for (one in List(pieces) { async(Dispatchers.Default) { Piece.of(it) } }.awaitAll()) {
        sum += one
    }
    sum
}
