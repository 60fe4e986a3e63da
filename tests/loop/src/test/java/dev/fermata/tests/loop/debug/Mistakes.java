package dev.fermata.tests.loop.debug;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.tasks.Timeout;
import java.time.Duration;

/** What the debug mode is there to find, and what looks like it. */
final class Mistakes {
    static final Duration HOUR = Duration.ofHours(1);

    private Mistakes() {}

    static void compute(Duration time) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin <= time.toNanos()) {
            Thread.onSpinWait();
        }
    }

    @Suspendable
    static Coroutine<Void> computing(Duration time) {
        await(turn()); // computes from
        compute(time);
        await(turn()); // computes to
        return null;
    }

    @Suspendable
    static Coroutine<Void> callsComputing(Duration time) {
        await(computing(time)); // calls computing
        return null;
    }

    @Suspendable
    static Coroutine<Void> startsEagerly(Duration time) {
        EventLoop.current().spawnEagerly(computesAtOnce(time)); // spawns eagerly
        return null;
    }

    @Suspendable
    static Coroutine<Void> computesAtOnce(Duration time) {
        compute(time); // computes at once
        return null;
    }

    /** Blocks the thread of its loop until that is reported. */
    @Suspendable
    static Coroutine<String> blocking(Reports reports) {
        await(turn());
        String report = reports.next(); // blocks
        await(turn());
        return Coroutine.of(report);
    }

    @Suspendable
    static Coroutine<Void> sleeping() {
        await(EventLoop.sleep(HOUR)); // sleeps
        return null;
    }

    @Suspendable
    static Coroutine<Void> callsSleeping() {
        await(sleeping()); // calls sleeping
        return null;
    }

    @Suspendable
    static Coroutine<String> swallowing() {
        try {
            await(sleeping()); // swallows here
        } catch (Cancellation stop) {
            // the mistake
        }
        return Coroutine.of("as if nothing had been");
    }

    @Suspendable
    static Coroutine<Void> goingOn(Coroutine<?> afterwards) {
        try {
            await(sleeping()); // goes on after this
        } catch (Cancellation stop) {
            await(afterwards); // goes on here
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> takesItBack() {
        try {
            await(sleeping());
        } catch (Cancellation stop) {
            Task.current().uncancel();
            await(EventLoop.sleep(HOUR));
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> cleansUp() {
        try {
            await(sleeping());
        } finally {
            await(EventLoop.sleep(Duration.ofSeconds(1)));
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> timesOut() {
        try {
            await(Timeout.after(Duration.ofSeconds(1), timeout -> sleeping()));
        } catch (TimedOutException expected) {
            await(EventLoop.sleep(HOUR));
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> groupFails() {
        try {
            await(TaskGroup.run(group -> failing(group)));
        } catch (RuntimeException expected) {
            await(EventLoop.sleep(HOUR));
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> failing(TaskGroup group) {
        group.fork(sleeping());
        await(turn());
        throw new IllegalStateException("the body fails");
    }

    @Suspendable
    static Coroutine<Void> cancels(Task<?> task) {
        await(turn());
        task.cancel("enough"); // cancels
        await(turn());
        return null;
    }

    @Suspendable
    static Coroutine<Void> waits(Promise<?> promise) {
        await(promise); // waits for a promise
        return null;
    }

    @Suspendable
    static <T> Coroutine<T> waitsFor(Deferred<T> what) {
        return Coroutine.of(await(what));
    }

    static Coroutine<Void> turn() {
        return EventLoop.sleep(Duration.ZERO);
    }

    /** Spawned here, so that the line is known. */
    static <T> Task<T> spawn(EventLoop loop, String name, Coroutine<T> coroutine) {
        return loop.spawn(name, coroutine); // spawns
    }

    @Suspendable
    static Coroutine<Void> turnsDebugOn() {
        EventLoop.current().setDebug(true);
        return null;
    }

    @Suspendable
    static Coroutine<Void> turnsDebugOnAndSleeps() {
        EventLoop.current().setDebug(true);
        await(EventLoop.sleep(HOUR));
        return null;
    }
}
