package dev.fermata.tests.loop.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.loop.DebugOptions;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that do not stop when they have been asked to. */
class LingeringTasksTest {
    private static final DebugOptions OPTIONS =
            DebugOptions.defaults().withSlowStep(Mistakes.HOUR).withBlocked(Mistakes.HOUR);

    private static final String ADVICE =
            "Throw the Cancellation on after cleaning up; code that means to go on takes the"
                    + " request back by Task.uncancel";

    private static final String ASKED = "\nit was asked at\n\tat Mistakes.cancels(Mistakes.java:(cancels))";

    private final Reports reports = new Reports();

    @AfterEach
    void end() {
        reports.close();
    }

    /** What is told of a task that is cancelled, in virtual time. */
    private List<String> told(Coroutine<?> coroutine) {
        try (TestLoop test = TestLoop.open()) {
            test.loop().setDebug(OPTIONS);
            Task<?> task = Mistakes.spawn(test.loop(), "worker", coroutine);
            test.run(() -> Mistakes.cancels(task));
            while (!task.isDone()) {
                test.run(() -> EventLoop.sleep(Duration.ofMinutes(10)));
            }
            return reports.taken().stream().map(LingeringTasksTest::withoutTest).toList();
        }
    }

    /** Without the callers of the loop. */
    private static String withoutTest(String report) {
        return report.replaceAll("\n\tat (?!Mistakes)[^\n]*", "");
    }

    @Test
    void a_task_that_ends_with_a_value_is_told_with_where_it_was_cancelled() {
        assertEquals(
                List.of("WARNING: task worker of coroutine Mistakes.swallowing, spawned at"
                        + " Mistakes.spawn(Mistakes.java:(spawns)), was asked to stop (enough) and has ended with a value,"
                        + " as if it had not been. " + ADVICE + ASKED
                        + "\nthe Cancellation was thrown at\n\tat Mistakes.sleeping(Mistakes.java:(sleeps))"
                        + "\n\tat Mistakes.swallowing(Mistakes.java:(swallows here))"),
                told(Mistakes.swallowing()));
    }

    @Test
    void one_that_goes_on_for_long_is_told_at_its_next_step() {
        List<String> told = told(Mistakes.goingOn(EventLoop.sleep(Mistakes.HOUR)));
        assertEquals(2, told.size(), told::toString);
        assertEquals(
                "WARNING: task worker of coroutine Mistakes.goingOn, spawned at Mistakes.spawn(Mistakes.java:(spawns)), was"
                        + " asked to stop (enough) and still goes on after N ms. " + ADVICE + ASKED
                        + "\nthe Cancellation was thrown at\n\tat Mistakes.sleeping(Mistakes.java:(sleeps))"
                        + "\n\tat Mistakes.goingOn(Mistakes.java:(goes on after this))"
                        + "\nnow it is at\n\tat Mistakes.goingOn(Mistakes.java:(goes on here))",
                told.get(0));
        assertTrue(told.get(1).contains(" and has ended with a value"), told.get(1));
    }

    @Test
    void one_that_makes_no_step_is_told_while_it_waits() {
        String told;
        try (EventLoop loop = new EventLoop()) {
            loop.setDebug(OPTIONS.withLingering(Duration.ofSeconds(1))); // longer than it takes to make the step before
            Promise<Void> never = new Promise<>(loop);
            Task<Void> task = Mistakes.spawn(loop, "worker", Mistakes.goingOn(Mistakes.waits(never)));
            loop.runUntilComplete(Mistakes.cancels(task));
            Deferred<String> report = loop.offload(reports::next);
            report.onDone(done -> never.complete(null));
            loop.runUntilComplete(task);
            told = withoutTest(report.result());
        }
        assertTrue(
                told.endsWith("\nnow it is at\n\tat Mistakes.waits(Mistakes.java:(waits for a promise))"
                        + "\n\tat Mistakes.goingOn(Mistakes.java:(goes on here))"),
                told);
        assertEquals(1, reports.taken().size()); // that it has ended with a value
    }

    @Test
    void who_takes_the_request_back_has_answered_it() {
        assertEquals(List.of(), told(Mistakes.takesItBack()));
    }

    @Test
    void who_cleans_up_and_throws_it_on_stops() {
        assertEquals(List.of(), told(Mistakes.cleansUp()));
    }

    @Test
    void timeouts_and_groups_answer_the_requests_that_they_make() {
        try (TestLoop test = TestLoop.open()) {
            test.loop().setDebug(OPTIONS);
            test.run(Mistakes::timesOut);
            test.run(Mistakes::groupFails);
        }
        assertEquals(List.of(), reports.taken());
    }

    @Test
    void nothing_is_told_when_the_mode_is_off() {
        try (TestLoop test = TestLoop.open()) {
            Task<?> task = test.loop().spawn(Mistakes.swallowing());
            test.run(() -> Mistakes.cancels(task));
        }
        assertEquals(List.of(), reports.taken());
    }
}
