package dev.fermata.tasks;

import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Forwarding;
import dev.fermata.loop.Promise;
import dev.fermata.loop.TimeLimit;
import dev.fermata.loop.TimerHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at several tasks until something is the case (the inside of asyncio's {@code wait}).
 *
 * @param <D> tasks, or promises
 */
final class Watch<D extends Deferred<?>> implements TimeLimit {
    private final Set<D> watched;
    private final Until until;
    private final Promise<Void> over;

    /** One object, so that it can be taken back. */
    private final Consumer<Deferred<?>> observer = this::done;

    private int left;
    private TimerHandle timer;

    Watch(Collection<? extends D> watched, Until until) {
        if (watched.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to wait for");
        }
        EventLoop loop = EventLoop.current();
        for (D one : watched) {
            Deferreds.check(loop, one);
        }
        this.watched = new LinkedHashSet<>(watched);
        this.until = until;
        this.over = Promise.cancelledBy(loop, new Watched());
        this.left = this.watched.size();
    }

    /** Who stops to look leaves alone what is watched. */
    private final class Watched implements Forwarding {
        @Override
        public boolean test(String reason) {
            return over.end(reason);
        }

        @Override
        public Collection<? extends Deferred<?>> behind() {
            return until == Until.ALL_DONE || watched.size() == 1 ? watched : List.of(); // of several any may do
        }
    }

    /** Starts to look; {@code limit} may be null. */
    Promise<Void> start(Duration limit) {
        if (limit != null) {
            timer = over.loop().callLater(limit, () -> over.tryComplete(null));
        }
        watched.forEach(this::observe);
        return over;
    }

    @Override
    public OptionalLong endsWaitAt() {
        return timer == null ? OptionalLong.empty() : OptionalLong.of(timer.deadline());
    }

    private void observe(Deferred<?> one) {
        one.onDone(observer);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
        for (D one : watched) {
            one.removeOnDone(observer);
        }
    }

    private void done(Deferred<?> one) {
        left--;
        if (left == 0 || until == Until.FIRST_DONE || until == Until.FIRST_FAILURE && hasFailed(one)) {
            over.tryComplete(null);
        }
    }

    private static boolean hasFailed(Deferred<?> one) {
        return !one.isCancelled() && one.failure() != null;
    }

    Waited<D> state() {
        List<D> done = new ArrayList<>();
        List<D> pending = new ArrayList<>();
        for (D one : watched) {
            (one.isDone() ? done : pending).add(one);
        }
        return new Waited<>(done, pending);
    }
}
