package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes tasks of whatever can be awaited (asyncio's {@code ensure_future}). */
final class Deferreds {
    private Deferreds() {}

    /** The loop that promises and tasks among these belong to, or else the one that runs. */
    static EventLoop loopOf(Collection<?> awaitables) {
        for (Object one : awaitables) {
            if (one instanceof Deferred<?> deferred) {
                return deferred.loop();
            }
        }
        return EventLoop.current();
    }

    /** The same in the same order, as promises and tasks; what occurs twice stays one. Checked before anything is spawned. */
    static <T> List<Deferred<T>> of(EventLoop loop, Collection<? extends Awaitable<? extends T>> awaitables) {
        awaitables.forEach(one -> check(loop, one));
        List<Deferred<T>> deferreds = new ArrayList<>(awaitables.size());
        Map<Object, Deferred<T>> others = new IdentityHashMap<>(0);
        for (Awaitable<? extends T> one : awaitables) {
            if (one instanceof Deferred || one instanceof Coroutine) {
                deferreds.add(spawnOnce(loop, awaitables, deferreds, one));
            } else {
                deferreds.add(others.computeIfAbsent(one, added -> spawn(loop, one)));
            }
        }
        return deferreds;
    }

    /**
     * A coroutine says itself if it has been taken; only then it is looked for among those before. A table of all, by their
     * identity, would take longer than to start them.
     */
    private static <T> Deferred<T> spawnOnce(
            EventLoop loop,
            Collection<? extends Awaitable<? extends T>> all,
            List<Deferred<T>> before,
            Awaitable<? extends T> one) {
        try {
            return spawn(loop, one);
        } catch (IllegalStateException taken) {
            Deferred<T> known = earlier(all, before, one);
            if (known == null) {
                throw taken;
            }
            return known;
        }
    }

    /** What an awaitable has become at an earlier place; null if it is new. */
    private static <T> Deferred<T> earlier(
            Collection<? extends Awaitable<? extends T>> all, List<Deferred<T>> before, Awaitable<? extends T> wanted) {
        Iterator<? extends Awaitable<? extends T>> places = all.iterator();
        for (Deferred<T> deferred : before) {
            if (places.next() == wanted) {
                return deferred;
            }
        }
        return null;
    }

    static <T> Deferred<T> of(EventLoop loop, Awaitable<? extends T> awaitable) {
        check(loop, awaitable);
        return spawn(loop, awaitable);
    }

    static void check(EventLoop loop, Object awaitable) {
        if (Objects.requireNonNull(awaitable, "awaitable") instanceof Deferred<?> deferred && deferred.loop() != loop) {
            throw new IllegalArgumentException("the " + deferred + " belongs to another loop");
        }
    }

    @SuppressWarnings("unchecked") // it is only read: a Deferred of a subtype will do
    private static <T> Deferred<T> spawn(EventLoop loop, Awaitable<? extends T> awaitable) {
        if (awaitable instanceof Deferred<?> deferred) {
            return (Deferred<T>) deferred;
        }
        return loop.spawn((Coroutine<T>) coroutineOf(awaitable));
    }

    /** The awaitable itself if it is a coroutine, or else one that awaits it. */
    static <T> Coroutine<? extends T> coroutineOf(Awaitable<? extends T> awaitable) {
        return awaitable instanceof Coroutine<? extends T> coroutine ? coroutine : awaiting(awaitable);
    }

    @Suspendable
    private static <T> Coroutine<T> awaiting(Awaitable<? extends T> awaitable) {
        return Coroutine.of(await(awaitable));
    }
}
