package dev.fermata.examples;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Three rocket countdowns at once, on one thread. */
public final class RocketCountdowns {
    private RocketCountdowns() {}

    @Suspendable
    static Coroutine<Void> countdown(String label, int length, Duration delay) {
        await(EventLoop.sleep(delay));
        for (int n = length; n > 0; n--) {
            System.out.println(label + " T-minus " + n);
            await(EventLoop.sleep(Duration.ofSeconds(1)));
        }
        System.out.println(label + " lift-off!");
        return null;
    }

    @Suspendable
    static Coroutine<Void> launch() {
        EventLoop loop = EventLoop.current();
        long start = loop.time();
        List<Task<Void>> rockets = new ArrayList<>();
        rockets.add(loop.spawn(countdown("A", 5, Duration.ZERO)));
        rockets.add(loop.spawn(countdown("B", 3, Duration.ofSeconds(2))));
        rockets.add(loop.spawn(countdown("C", 4, Duration.ofSeconds(1))));
        for (Task<Void> rocket : rockets) {
            await(rocket);
        }
        double seconds = (loop.time() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.1f s for all three%n", seconds);
        return null;
    }

    /**
     * Launches them.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        EventLoop.run(launch());
    }
}
