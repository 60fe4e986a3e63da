package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several tasks at once, as asyncio has them. Where these methods take anything that can be awaited, a coroutine becomes a
 * task on the running loop, and promises and tasks are taken as they are. All are confined to the loop's thread.
 */
public final class Tasks {
    private Tasks() {}

    /**
     * Waits for all, and gives their values (asyncio's {@code gather}). The first failure is passed on at once; the others
     * go on, and what they fail with later counts as seen. The cancellation of one of them counts as its failure. Cancelling
     * the result cancels all that are not done; it then ends when they have.
     *
     * @param <T> the type of the values
     * @param awaitables what to wait for; what occurs twice runs once
     * @return the values, in the order of the arguments
     * @throws IllegalArgumentException if promises or tasks among them belong to different loops
     * @throws IllegalStateException if there is neither a promise or task among them nor a loop on this thread, or one is a
     *     coroutine that has been started
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Deferred<List<T>> gather(Awaitable<? extends T>... awaitables) {
        return gather(Arrays.asList(awaitables));
    }

    /**
     * Waits for all, and gives their values, as {@link #gather(Awaitable[])} does.
     *
     * @param <T> the type of the values
     * @param awaitables what to wait for; what occurs twice runs once
     * @return the values, in the order of the collection
     * @throws IllegalArgumentException if promises or tasks among them belong to different loops
     * @throws IllegalStateException if there is neither a promise or task among them nor a loop on this thread, or one is a
     *     coroutine that has been started
     */
    public static <T> Deferred<List<T>> gather(Collection<? extends Awaitable<? extends T>> awaitables) {
        EventLoop loop = Deferreds.loopOf(awaitables);
        return new Gathering<T, T>(loop, Deferreds.of(loop, awaitables), Deferred::result, true).start();
    }

    /**
     * Waits for all, and gives what came of each (asyncio's {@code gather} with {@code return_exceptions}). Neither a failure
     * nor a cancellation of one of them ends it. Cancelling the result cancels all that are not done; it then ends with a
     * {@link Cancellation} when they have, whatever they made of it.
     *
     * @param <T> the type of the values
     * @param awaitables what to wait for; what occurs twice runs once
     * @return the outcomes, in the order of the arguments
     * @throws IllegalArgumentException if promises or tasks among them belong to different loops
     * @throws IllegalStateException if there is neither a promise or task among them nor a loop on this thread, or one is a
     *     coroutine that has been started
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Deferred<List<Outcome<T>>> settle(Awaitable<? extends T>... awaitables) {
        return settle(Arrays.asList(awaitables));
    }

    /**
     * Waits for all, and gives what came of each, as {@link #settle(Awaitable[])} does.
     *
     * @param <T> the type of the values
     * @param awaitables what to wait for; what occurs twice runs once
     * @return the outcomes, in the order of the collection
     * @throws IllegalArgumentException if promises or tasks among them belong to different loops
     * @throws IllegalStateException if there is neither a promise or task among them nor a loop on this thread, or one is a
     *     coroutine that has been started
     */
    public static <T> Deferred<List<Outcome<T>>> settle(Collection<? extends Awaitable<? extends T>> awaitables) {
        EventLoop loop = Deferreds.loopOf(awaitables);
        return new Gathering<T, Outcome<T>>(loop, Deferreds.of(loop, awaitables), Outcome::of, false).start();
    }

    /**
     * Keeps cancellations away from something (asyncio's {@code shield}): cancelling the result, or a task that awaits it,
     * ends the wait and leaves the thing alone. Cancelling the thing itself cancels the result. A failure that comes after
     * the result was cancelled is one that nobody has seen, and is reported by the loop.
     *
     * <pre>{@code
     * await(Tasks.shield(saving));     // may be interrupted, the saving not
     * }</pre>
     *
     * @param <T> the type of the value
     * @param awaitable what to shield
     * @return gives what comes of it; the thing itself if it is done already
     * @throws IllegalStateException if it is a coroutine, and no loop runs on this thread or it has been started
     */
    public static <T> Deferred<T> shield(Awaitable<? extends T> awaitable) {
        EventLoop loop = Deferreds.loopOf(List.of(awaitable));
        return Shield.around(Deferreds.<T>of(loop, awaitable));
    }

    /**
     * Waits until some are done, and throws nothing of theirs (asyncio's {@code wait}). Cancelling the wait cancels none of
     * them.
     *
     * @param <D> tasks, or promises
     * @param awaited what to wait for; at least one
     * @param until when to end
     * @return gives which are done; throws {@link IllegalArgumentException} if there are none or one belongs to another loop
     */
    public static <D extends Deferred<?>> Coroutine<Waited<D>> wait(Collection<? extends D> awaited, Until until) {
        return wait(awaited, until, null);
    }

    /**
     * Waits until some are done or a time has passed, whichever comes first. It throws nothing when time is up.
     *
     * @param <D> tasks, or promises
     * @param awaited what to wait for; at least one
     * @param until when to end
     * @param limit how long to wait at most, from when the coroutine starts; null for no limit
     * @return gives which are done; throws {@link IllegalArgumentException} if there are none or one belongs to another loop
     */
    @Suspendable
    public static <D extends Deferred<?>> Coroutine<Waited<D>> wait(
            Collection<? extends D> awaited, Until until, Duration limit) {
        Watch<D> watch = new Watch<>(awaited, until);
        try {
            await(watch.start(limit));
        } finally {
            watch.stop();
        }
        return Coroutine.of(watch.state());
    }

    /**
     * Gives the outcomes as they come, whatever their order (asyncio's {@code as_completed}).
     *
     * <pre>{@code
     * for (Coroutine<Page> next : Tasks.asCompleted(downloads)) {
     *     show(await(next));
     * }
     * }</pre>
     *
     * @param <T> the type of the values
     * @param awaitables what to wait for; what occurs twice counts once
     * @return as many coroutines; each gives, or throws, the next outcome when it is awaited. To be iterated once
     * @throws IllegalArgumentException if promises or tasks among them belong to different loops
     * @throws IllegalStateException if there is neither a promise or task among them nor a loop on this thread, or one is a
     *     coroutine that has been started
     */
    public static <T> Iterable<Coroutine<T>> asCompleted(Collection<? extends Awaitable<? extends T>> awaitables) {
        return asCompleted(awaitables, null);
    }

    /**
     * Gives the outcomes as they come, for some time. When time is up, the coroutines that are left throw {@link
     * TimedOutException}; the tasks go on.
     *
     * @param <T> the type of the values
     * @param awaitables what to wait for; what occurs twice counts once
     * @param limit how long to wait for all of them, from now; null for no limit
     * @return as many coroutines; each gives, or throws, the next outcome when it is awaited. To be iterated once
     * @throws IllegalArgumentException if promises or tasks among them belong to different loops
     * @throws IllegalStateException if there is neither a promise or task among them nor a loop on this thread, or one is a
     *     coroutine that has been started
     */
    public static <T> Iterable<Coroutine<T>> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables, Duration limit) {
        EventLoop loop = Deferreds.loopOf(awaitables);
        return new Completions<>(loop, Deferreds.<T>of(loop, awaitables), limit);
    }

    /**
     * Waits for something for some time (asyncio's {@code wait_for} from 3.12 on). A coroutine runs in the same task. When
     * time is up the thing is cancelled, and its end is waited for; if it ends with a value or failure of its own, that
     * counts. Cancelling the wait cancels the thing; {@link #shield} it if it is to go on.
     *
     * @param <T> the type of the value
     * @param limit how long, from when the coroutine starts; if zero or negative, what is not done yet is cancelled at once,
     *     and a coroutine does not even start; null for no limit
     * @param awaitable what to wait for
     * @return gives its value; throws {@link TimedOutException} if it was stopped
     */
    @Suspendable
    public static <T> Coroutine<T> within(Duration limit, Awaitable<? extends T> awaitable) {
        if (limit == null) {
            return Coroutine.of(await(awaitable));
        }
        if (limit.isZero() || limit.isNegative()) {
            return Coroutine.of(await(noTime(Deferreds.of(EventLoop.current(), awaitable))));
        }
        return Coroutine.of(await(Timeout.after(limit, timeout -> Deferreds.coroutineOf(awaitable))));
    }

    @Suspendable
    private static <T> Coroutine<T> noTime(Deferred<T> awaited) {
        if (awaited.isDone()) {
            return Coroutine.of(awaited.result());
        }
        await(cancelAndWait(awaited));
        try {
            return Coroutine.of(awaited.result());
        } catch (Cancellation stopped) {
            throw new TimedOutException("there was no time to wait", stopped);
        }
    }

    /** Does not await it itself, so that a cancellation of the waiting task is told from that of what it waits for. */
    @Suspendable
    private static Coroutine<Void> cancelAndWait(Deferred<?> awaited) {
        Promise<Void> ended = new Promise<>(awaited.loop());
        Consumer<Deferred<?>> observer = done -> ended.tryComplete(null);
        awaited.onDone(observer);
        try {
            awaited.cancel();
            await(ended);
        } finally {
            awaited.removeOnDone(observer);
        }
        return null;
    }
}
