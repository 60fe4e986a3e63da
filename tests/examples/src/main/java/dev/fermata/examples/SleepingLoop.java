package dev.fermata.examples;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A whole event loop that knows one thing, sleeping, written on the public types alone: {@code await} belongs to no
 * loop. What a coroutine suspends with is a matter between it and whoever sends to it; here it is how long to sleep.
 */
public final class SleepingLoop {
    /** Where the loop has its time from. */
    interface Clock {
        Instant now();

        void sleepUntil(Instant time) throws InterruptedException;
    }

    private record Sleeper(Coroutine<?> coroutine, Instant asleepSince, Instant wakeAt, long order) {}

    private final Clock clock;
    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(Comparator.comparing(Sleeper::wakeAt).thenComparing(Sleeper::order));
    private long order;

    SleepingLoop(Clock clock) {
        this.clock = clock;
    }

    /** Runs the coroutines side by side until all have ended. */
    void run(Coroutine<?>... coroutines) throws InterruptedException {
        for (Coroutine<?> coroutine : coroutines) {
            resume(coroutine, null);
        }
        while (!sleepers.isEmpty()) {
            Sleeper next = sleepers.remove();
            clock.sleepUntil(next.wakeAt());
            resume(next.coroutine(), Duration.between(next.asleepSince(), clock.now()));
        }
    }

    private void resume(Coroutine<?> coroutine, Duration slept) {
        try {
            Duration pause = (Duration) coroutine.send(slept);
            Instant now = clock.now();
            sleepers.add(new Sleeper(coroutine, now, now.plus(pause), order++));
        } catch (StopIteration end) {
            // this one is done
        }
    }

    /** Sleeps; gives how long it really was. */
    @Suspendable
    static Coroutine<Duration> sleep(Duration pause) {
        Duration slept = Coroutine.suspend(pause);
        return Coroutine.of(slept);
    }

    @Suspendable
    static Coroutine<Void> countdown(String label, int length, Duration delay) {
        System.out.println(label + " waiting " + delay.toSeconds() + " s before starting countdown");
        Duration waited = await(sleep(delay));
        System.out.println(label + " starting after waiting " + waited.toSeconds() + " s");
        for (int left = length; left > 0; left--) {
            System.out.println(label + " T-minus " + left);
            await(sleep(Duration.ofSeconds(1)));
        }
        System.out.println(label + " lift-off!");
        return null;
    }

    static void countDownThree(Clock clock) throws InterruptedException {
        Instant start = clock.now();
        new SleepingLoop(clock)
                .run(
                        countdown("A", 5, Duration.ZERO),
                        countdown("B", 3, Duration.ofSeconds(2)),
                        countdown("C", 4, Duration.ofSeconds(1)));
        System.out.println(
                "Total elapsed time is " + Duration.between(start, clock.now()).toSeconds() + " s");
    }

    /**
     * Counts three rockets down at once.
     *
     * @param arguments none
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        countDownThree(new WallClock());
    }
}
