package dev.fermata.tests.loop.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that have not ended when their loop is closed, or dropped. */
class LostTasksTest {
    private static final int COLLECTIONS = 600;

    private final Reports reports = new Reports();
    private final List<LoopFailure> failures = new ArrayList<>();

    private EventLoop loop(boolean debug) {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler(failures::add);
        loop.setDebug(debug);
        return loop;
    }

    @AfterEach
    void end() {
        reports.close();
    }

    @Test
    void a_task_that_is_pending_when_its_loop_is_closed_is_told_to_the_exception_handler() {
        EventLoop loop = loop(true);
        Task<Void> lost = Mistakes.spawn(loop, "lost", Mistakes.callsSleeping());
        loop.runUntilComplete(Mistakes.turn());
        loop.close();
        assertEquals(1, failures.size());
        assertSame(lost, failures.get(0).source());
        assertNull(failures.get(0).error());
        assertEquals("""
                task lost of coroutine Mistakes.callsSleeping, spawned at Mistakes.spawn(Mistakes.java:(spawns)), was\
                 destroyed while pending, because its loop was closed: await it, or end the loop by\
                 EventLoop.shutDown, which cancels what is left and waits for it
                it waited at
                \tat Mistakes.sleeping(Mistakes.java:(sleeps))
                \tat Mistakes.callsSleeping(Mistakes.java:(calls sleeping))""", Reports.brief(failures.get(0).message()));
        assertEquals(List.of(), reports.taken());
    }

    @Test
    void one_that_has_ended_is_not_nor_one_that_the_shutdown_ends() {
        EventLoop loop = loop(true);
        loop.runUntilComplete(Mistakes.turn());
        loop.spawn(Mistakes.sleeping());
        loop.shutDown();
        assertEquals(List.of(), failures);
    }

    @Test
    void one_that_is_pending_is_told_though_a_shutdown_was_refused_before() {
        EventLoop loop = loop(true);
        Task<Void> lost = Mistakes.spawn(loop, "lost", Mistakes.callsSleeping());
        loop.callSoon(() -> assertThrows(IllegalStateException.class, loop::shutDown));
        loop.runUntilComplete(Mistakes.turn());
        assertEquals(List.of(), failures);
        assertEquals(0, lost.cancelling());
        loop.close();
        assertEquals(1, failures.size(), failures::toString);
        assertSame(lost, failures.get(0).source());
    }

    @Test
    void without_debug_mode_nothing_is_told() {
        EventLoop loop = loop(false);
        loop.spawn(Mistakes.sleeping());
        loop.close();
        assertEquals(List.of(), failures);
    }

    @Test
    void a_loop_that_is_dropped_is_told_with_the_tasks_that_are_lost_with_it() {
        dropLoop();
        assertEquals(
                """
                WARNING: an event loop was dropped without being closed: end it by EventLoop.shutDown or close
                its debug mode began at
                \tat LostTasksTest.loop(LostTasksTest.java)
                \tat LostTasksTest.dropLoop(LostTasksTest.java)
                pending tasks that are lost with it
                \ttask lost of coroutine Mistakes.callsSleeping, spawned at Mistakes.spawn(Mistakes.java:(spawns))
                \ttask waiting of coroutine Mistakes.waits, spawned at Mistakes.spawn(Mistakes.java:(spawns))""",
                afterCollection()
                        .replaceAll("(LostTasksTest.java):\\d+", "$1")
                        .replaceAll("\n\tat (?!LostTasksTest.(loop|dropLoop))[^\n]*", ""));
    }

    private void dropLoop() {
        EventLoop loop = loop(true);
        Mistakes.spawn(loop, "lost", Mistakes.callsSleeping());
        Mistakes.spawn(loop, "waiting", Mistakes.waits(new dev.fermata.loop.Promise<>(loop)));
        loop.runUntilComplete(Mistakes.spawn(loop, "ended", Mistakes.turn()));
    }

    @Test
    void a_task_that_turns_the_mode_on_in_its_last_step_is_not_lost() {
        dropLoopThatTurnedItOn();
        String report = afterCollection();
        assertTrue(report.contains("dropped without being closed"), report);
        assertFalse(report.contains("pending tasks"), report);
    }

    private static void dropLoopThatTurnedItOn() {
        EventLoop loop = new EventLoop();
        loop.runUntilComplete(Mistakes.spawn(loop, "ended", Mistakes.turnsDebugOn()));
    }

    @Test
    void but_one_is_that_waits_afterwards() {
        dropLoopWhoseTaskWaits();
        String report = afterCollection();
        assertTrue(
                report.endsWith("pending tasks that are lost with it\n\ttask lost of coroutine"
                        + " Mistakes.turnsDebugOnAndSleeps"),
                report);
    }

    private static void dropLoopWhoseTaskWaits() {
        EventLoop loop = new EventLoop();
        Mistakes.spawn(loop, "lost", Mistakes.turnsDebugOnAndSleeps());
        loop.runUntilComplete(Mistakes.turn());
    }

    @Test
    void a_loop_that_has_been_closed_may_be_dropped() {
        loop(true).close();
        dropLoop();
        String report = afterCollection();
        assertEquals(true, report.contains("task lost"), report);
        assertEquals(List.of(), reports.taken());
    }

    private String afterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            List<String> taken = reports.taken();
            if (!taken.isEmpty()) {
                return String.join("\n--\n", taken);
            }
            Thread.yield();
        }
        return reports.next();
    }
}
