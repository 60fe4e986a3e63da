"""The benchmarks' works as CPython's generators, coroutines and asyncio do them.

Prints a line of JSON for each: what it is called in the benchmarks, and nanoseconds for one operation or bytes for one
task. Times are means of five repetitions, with half of the distance between the extremes. Garbage is collected meanwhile,
as in a program. Needs CPython 3.8 or newer and nothing else, and takes less than half a minute.
"""

import asyncio
import gc
import json
import platform
import time
import tracemalloc
import types

REPETITIONS = 5
SECONDS_OF_A_REPETITION = 0.2
SUSPENDED = 20_000


# Generators, and coroutines without a loop


def numbers(up_to):
    for i in range(up_to):
        yield i


def sum_of_numbers(up_to):
    total = 0
    for value in numbers(up_to):
        total += value
    return total


def balanced(start, end):
    """A tree of consecutive numbers: (left, value, right), None if there are none."""
    if start >= end:
        return None
    middle = (start + end) // 2
    return balanced(start, middle), middle, balanced(middle + 1, end)


def in_order(tree):
    if tree is not None:
        left, value, right = tree
        yield from in_order(left)
        yield value
        yield from in_order(right)


def sum_of_tree(tree):
    total = 0
    for value in in_order(tree):
        total += value
    return total


@types.coroutine
def suspend(value):
    return (yield value)


async def ready(depth, value):
    return value if depth == 1 else await ready(depth - 1, value) + 1


async def suspending(depth, value):
    if depth == 1:
        return await suspend(value)
    return await suspending(depth - 1, value) + 1


async def sum_of_chains(chain, chains, depth):
    total = 0
    for i in range(chains):
        total += await chain(depth, i)
    return total


def echo(coroutine):
    """The smallest loop there is: resumes a coroutine with what it has suspended with, until it ends."""
    value = None
    try:
        while True:
            value = coroutine.send(value)
    except StopIteration as end:
        return end.value


# Tasks of an event loop


async def turning(depth, turns):
    if depth > 1:
        return await turning(depth - 1, turns) + 1
    total = 0
    for i in range(turns):
        await asyncio.sleep(0)
        total += i
    return total


async def same(value):
    return value


async def sum_of_spawned(spawns):
    total = 0
    for i in range(spawns):
        total += await asyncio.ensure_future(same(i))
    return total


async def sum_of_gathered(tasks):
    return sum(await asyncio.gather(*(same(i) for i in range(tasks))))


async def answering(there, back, rounds):
    for _ in range(rounds):
        await back.put(await there.get())


async def sum_of_echoes(rounds):
    # There is no rendezvous; with room for one, the two tasks alternate all the same.
    there = asyncio.Queue(1)
    back = asyncio.Queue(1)
    answers = asyncio.ensure_future(answering(there, back, rounds))
    total = 0
    for i in range(rounds):
        await there.put(i)
        total += await back.get()
    await answers
    return total


async def contender(lock, rounds):
    taken = 0
    for _ in range(rounds):
        async with lock:
            taken += 1
            await asyncio.sleep(0)
    return taken


async def locked(rounds):
    lock = asyncio.Lock()
    return sum(await asyncio.gather(contender(lock, rounds), contender(lock, rounds)))


async def slept(tasks, cancelled):
    every = [asyncio.ensure_future(asyncio.sleep(3600 if cancelled else 0.001)) for _ in range(tasks)]
    await asyncio.sleep(0)  # all sleep by then
    if cancelled:
        for task in every:
            task.cancel()
    done, _ = await asyncio.wait(every)
    return sum(task.cancelled() == cancelled for task in done)


# An asynchronous pipeline


async def async_numbers(up_to):
    for i in range(up_to):
        yield i


async def even(values):
    async for value in values:
        if value % 2 == 0:
            yield value


def lookup(loop, value):
    """A service that happens to know every answer already."""
    answer = loop.create_future()
    answer.set_result(value + 1)
    return answer


async def looked_up(values):
    loop = asyncio.get_running_loop()
    async for value in values:
        yield await lookup(loop, value)


async def sum_of_pipeline(items):
    total = 0
    async for value in looked_up(even(async_numbers(items))):
        total += value
    return total


# Memory


async def outer(gate):
    return await inner(gate)


async def inner(gate):
    await gate
    await asyncio.sleep(3600)
    return 1


async def bytes_of_suspended(tasks):
    """What a task of two coroutines takes while it waits for a future, and while it sleeps."""
    gate = asyncio.get_running_loop().create_future()
    every = [None] * tasks
    before = traced()
    for i in range(tasks):
        every[i] = asyncio.ensure_future(outer(gate))
    await asyncio.sleep(0)
    waiting = traced() - before
    gate.set_result(None)
    await asyncio.sleep(0)
    sleeping = traced() - before
    for task in every:
        task.cancel()
    await asyncio.wait(every)
    return waiting / tasks, sleeping / tasks


def traced():
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


# Measuring


def works(loop):
    """Name, operations, what to run, and what that must give."""

    def on_loop(coroutine_function, *arguments):
        return lambda: loop.run_until_complete(coroutine_function(*arguments))

    def chains(chain, depth, calls=10_000):
        number = calls // depth
        return calls, lambda: echo(sum_of_chains(chain, number, depth)), sum(range(number)) + number * (depth - 1)

    n = 10_000
    total = sum(range(n))
    tree = balanced(0, n)
    yield "FlatGenerator, company ALONE", n, lambda: sum_of_numbers(n), total
    yield "RecursiveTreeWalk", n, lambda: sum_of_tree(tree), total
    for depth in (1, 10, 100):
        yield ("ReadyAwaitChain, depth %d" % depth, *chains(ready, depth))
    for depth in (1, 10, 100):
        yield ("SuspendingAwaitChain, depth %d" % depth, *chains(suspending, depth))
    yield "AsyncPipeline", 1000, on_loop(sum_of_pipeline, 1000), sum(range(1, 1000, 2))
    for depth in (1, 100):
        yield "EventLoopTurn, depth %d" % depth, n, on_loop(turning, depth, n), total + depth - 1
    yield "SpawnAndJoin", n, on_loop(sum_of_spawned, n), total
    yield "GatherThousand", 1000, on_loop(sum_of_gathered, 1000), sum(range(1000))
    yield "ChannelRoundTrip", n, on_loop(sum_of_echoes, n), total
    yield "LockHandOver", n, on_loop(locked, n // 2), n
    for cancelled in (False, True):
        name = "SleepingTasks, cancelled %s" % str(cancelled).lower()
        yield name, SUSPENDED, on_loop(slept, SUSPENDED, cancelled), SUSPENDED


def seconds_of(run, times):
    start = time.perf_counter()
    for _ in range(times):
        run()
    return time.perf_counter() - start


def measure(name, operations, run, expected):
    result = run()  # warms it up, too
    if result != expected:
        raise AssertionError("%s gives %r instead of %r" % (name, result, expected))
    times = max(1, round(SECONDS_OF_A_REPETITION / seconds_of(run, 1)))
    figures = [seconds_of(run, times) * 1e9 / (times * operations) for _ in range(REPETITIONS)]
    say(name, "ns", sum(figures) / REPETITIONS, (max(figures) - min(figures)) / 2)


def say(work, unit, value, error):
    print(json.dumps({"work": work, "variant": "asyncio", unit: value, "error": error}), flush=True)


def main():
    print(platform.python_implementation(), platform.python_version())
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)  # CPython 3.8 and 3.9 make locks and queues for this one
    try:
        for work in works(loop):
            measure(*work)
        tracemalloc.start()
        waiting, sleeping = loop.run_until_complete(bytes_of_suspended(SUSPENDED))
        say("MillionTasks, waiting", "bytes", waiting, None)
        say("MillionTasks, sleeping", "bytes", sleeping, None)
    finally:
        loop.close()


if __name__ == "__main__":
    main()
