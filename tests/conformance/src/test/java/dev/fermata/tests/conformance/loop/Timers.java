package dev.fermata.tests.conformance.loop;

import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** When timers fire. */
public final class Timers extends LoopScenarios {
    private final EventLoop loop = new EventLoop(new VirtualClock());

    private static long millis(int count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }

    @Scenario("AIO-03")
    public void timers_fire_by_deadline() {
        long base = loop.time();
        for (int ms : List.of(60, 20, 40, 0)) {
            loop.callAt(base + millis(ms), () -> log("timer", ms));
        }
        loop.callAt(base + millis(80), loop::stop);
        loop.callSoon(() -> log("soon"));
        loop.runForever();
        log("stopped");
        loop.close();
    }

    private final List<String> fired = new ArrayList<>();

    private void tie(String name) {
        fired.add(name);
        loop.callSoon(() -> log("after a tie", fired.stream().sorted().toList()));
    }

    @Scenario("AIO-04")
    public void timers_of_one_deadline_fire_in_one_turn() {
        long base = loop.time();
        for (String name : List.of("x", "y", "z")) {
            loop.callAt(base + millis(20), () -> tie(name));
        }
        loop.callAt(base + millis(10), () -> log("early"));
        loop.callAt(base + millis(200), () -> {
            log("late");
            loop.stop();
        });
        loop.runForever();
        log("stopped");
        loop.close();
    }

    @Scenario("AIO-05")
    public void no_delay_and_a_negative_one_come_after_what_is_ready() {
        loop.callSoon(this::first);
        loop.runForever();
        loop.close();
    }

    private void first() {
        log("first");
        loop.callLater(Duration.ZERO, () -> log("zero"));
        loop.callSoon(() -> log("soon 1"));
        loop.callLater(Duration.ofSeconds(-1), () -> log("past"));
        loop.callSoon(this::soon2);
    }

    private void soon2() {
        log("soon 2");
        loop.callSoon(this::soon3);
    }

    private void soon3() {
        log("soon 3");
        loop.callSoon(this::last);
    }

    private void last() {
        log("last");
        loop.stop();
    }
}
