package dev.fermata.tests.loop.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.loop.DebugOptions;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps and callbacks that keep the loop busy. A step is made long by computing as long as the clock says, so none sleeps. */
class SlowStepsTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration LONGER = Duration.ofMillis(310);

    private final Reports reports = new Reports();
    private final EventLoop loop = new EventLoop();

    private void debug(Duration limit) {
        loop.setDebug(DebugOptions.defaults().withSlowStep(limit).withBlocked(Mistakes.HOUR));
    }

    @AfterEach
    void end() {
        loop.close();
        reports.close();
    }

    @Test
    void a_slow_step_is_told_with_the_lines_between_which_it_went() {
        debug(LIMIT);
        loop.runUntilComplete(Mistakes.spawn(loop, "worker", Mistakes.callsComputing(LONGER)));
        assertEquals(List.of("""
                        WARNING: task worker of coroutine Mistakes.callsComputing, spawned at\
                         Mistakes.spawn(Mistakes.java:(spawns)), has kept its loop busy for N ms without giving way:\
                         nothing else ran on the loop meanwhile. Let others in between by\
                         await(EventLoop.sleep(Duration.ZERO)), or have another thread do it by EventLoop.offload
                        it went on from
                        \tat Mistakes.computing(Mistakes.java:(computes from))
                        \tat Mistakes.callsComputing(Mistakes.java:(calls computing))
                        and waits at
                        \tat Mistakes.computing(Mistakes.java:(computes to))
                        \tat Mistakes.callsComputing(Mistakes.java:(calls computing))"""), reports.taken());
    }

    @Test
    void a_step_that_ends_the_task_is_told_too() {
        debug(LIMIT);
        loop.runUntilComplete(Mistakes.spawn(loop, "worker", Mistakes.computesAtOnce(LONGER)));
        assertEquals(List.of("""
                        WARNING: task worker of coroutine Mistakes.computesAtOnce, spawned at\
                         Mistakes.spawn(Mistakes.java:(spawns)), has kept its loop busy for N ms without giving way:\
                         nothing else ran on the loop meanwhile. Let others in between by\
                         await(EventLoop.sleep(Duration.ZERO)), or have another thread do it by EventLoop.offload
                        it went on from
                        \tat Mistakes.computesAtOnce(Mistakes.java:(computes at once))
                        and has ended"""), reports.taken());
    }

    @Test
    void so_is_a_callback() {
        debug(LIMIT);
        loop.callSoon(() -> Mistakes.compute(LONGER));
        loop.runUntilComplete(Mistakes.turn());
        assertEquals(
                List.of(
                        "WARNING: callback SlowStepsTest$$Lambda has kept its loop busy for N ms: nothing else ran on the"
                                + " loop meanwhile. Let others in between by await(EventLoop.sleep(Duration.ZERO)), or have"
                                + " another thread do it by EventLoop.offload"),
                reports.taken());
    }

    @Test
    void the_step_of_an_eager_task_counts_for_itself_only() {
        debug(LIMIT);
        loop.runUntilComplete(Mistakes.startsEagerly(LONGER));
        List<String> told = reports.taken();
        assertEquals(1, told.size(), told::toString);
        String expected = "WARNING: task task-2 of coroutine Mistakes.computesAtOnce, spawned at"
                + " Mistakes.startsEagerly(Mistakes.java:(spawns eagerly)), has kept";
        assertEquals(expected, told.get(0).substring(0, expected.length()));
    }

    @Test
    void a_step_within_the_limit_is_not() {
        debug(Mistakes.HOUR);
        loop.runUntilComplete(Mistakes.callsComputing(LONGER));
        assertEquals(List.of(), reports.taken());
    }

    @Test
    void nothing_is_told_once_the_mode_is_off() {
        debug(LIMIT);
        loop.setDebug(false);
        loop.runUntilComplete(Mistakes.callsComputing(LONGER));
        assertEquals(List.of(), reports.taken());
    }

    @Test
    void the_mode_may_be_turned_on_and_off_within_a_step() {
        loop.callSoon(() -> {
            debug(LIMIT);
            Mistakes.compute(LONGER);
        });
        loop.runUntilComplete(Mistakes.turn());
        assertEquals(List.of(), reports.taken()); // its beginning was not observed
        loop.callSoon(() -> {
            loop.setDebug(false);
            Mistakes.compute(LONGER);
        });
        loop.runUntilComplete(Mistakes.turn());
        assertEquals(1, reports.taken().size()); // its beginning was
    }
}
