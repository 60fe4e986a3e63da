package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.TimerHandle;
import dev.fermata.queue.AsyncQueue;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Outcomes in the order in which they come (asyncio's {@code as_completed}). Whoever awaits the first of its coroutines gets
 * the first outcome, whatever task it is of.
 *
 * @param <T> what the tasks give
 */
final class Completions<T> implements Iterable<Coroutine<T>>, Iterator<Coroutine<T>> {
    /** What each outcome gives or throws. */
    private final AsyncQueue<Supplier<T>> outcomes = AsyncQueue.fifo(0);

    private final Set<Deferred<T>> pending;

    /** One object, so that it can be taken back. */
    private final Consumer<Deferred<T>> observer = this::done;

    private int left;
    private TimerHandle timer;

    Completions(EventLoop loop, Collection<Deferred<T>> awaited, Duration limit) {
        pending = new LinkedHashSet<>(awaited);
        left = pending.size();
        if (limit != null && left > 0) {
            timer = loop.callLater(limit, () -> timeUp(limit));
        }
        pending.forEach(one -> one.onDone(observer));
    }

    @Override
    public Iterator<Coroutine<T>> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Coroutine<T> next() {
        if (left == 0) {
            throw new NoSuchElementException("there is a coroutine for each task, and all have been given");
        }
        left--;
        return first();
    }

    @Suspendable
    private Coroutine<T> first() {
        return Coroutine.of(await(outcomes.get()).get());
    }

    private void done(Deferred<T> one) {
        if (pending.remove(one)) {
            outcomes.tryPut(one::result);
            if (pending.isEmpty() && timer != null) {
                timer.cancel();
            }
        }
    }

    private void timeUp(Duration limit) {
        for (Deferred<T> one : pending) {
            one.removeOnDone(observer);
            outcomes.tryPut(() -> {
                throw new TimedOutException("not done within " + limit, null);
            });
        }
        pending.clear();
    }
}
