package dev.fermata.tests.loop.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What only the system property {@code fermata.debug} turns on, in JVMs with and without it. */
class DebugPropertyTest {
    private static final String ADVICE =
            " was never awaited, so nothing of it has run: await it, start it as a task by EventLoop.spawn, or close it\n"
                    + "it was made at\n";

    /** With limits that the start of a JVM on a busy machine does not exceed. */
    private static final List<String> QUIET =
            List.of("-Dfermata.debug=true", "-Dfermata.debug.slowStep=3600000", "-Dfermata.debug.blocked=3600000");

    @Test
    void coroutines_that_are_never_awaited_are_told_with_where_they_were_made() {
        assertEquals(
                "WARNING: coroutine EventLoop.sleep" + ADVICE
                        + "\tat Forgetful.calls(Forgetful.java:(forgets to sleep))\n"
                        + "\tat Forgetful.main(Forgetful.java)\n"
                        + "WARNING: coroutine Forgetful.lambda$forgetsToo$1" + ADVICE
                        + "\tat Forgetful.forgetsToo(Forgetful.java:(forgets a lambda))\n"
                        + "\tat Forgetful.main(Forgetful.java)\n"
                        + "WARNING: coroutine Forgetful.saves" + ADVICE
                        + "\tat Forgetful.forgets(Forgetful.java:(forgets a method))\n"
                        + "\tat Forgetful.main(Forgetful.java)\n"
                        + "WARNING: coroutine Lock.acquire" + ADVICE
                        + "\tat Forgetful.calls(Forgetful.java:(forgets to lock))\n"
                        + "\tat Forgetful.main(Forgetful.java)\n",
                withoutLinesOfMain(OtherJvm.run(QUIET, Forgetful.class, "4")));
    }

    private static String withoutLinesOfMain(String output) {
        return output.replaceAll("main\\(Forgetful.java:\\d+\\)", "main(Forgetful.java)");
    }

    @Test
    void without_the_property_they_are_not() {
        assertEquals("", OtherJvm.run(List.of(), Forgetful.class, "1"));
    }

    @Test
    void calls_from_other_threads_are_refused() {
        assertEquals("""
                EventLoop.tasks was called on fermata-offload-N, but the loop runs on main: use callSoonThreadsafe
                on the thread of the loop
                """, OtherJvm.run(QUIET, OtherThreads.class));
    }

    @Test
    void without_the_property_only_those_are_that_are_always_checked() {
        String output = OtherJvm.run(List.of(), OtherThreads.class);
        assertTrue(output.startsWith("not refused: EventLoop.tasks\n"), output);
        assertTrue(output.contains("\nnot refused: Lock.release\n"), output);
        assertTrue(!output.contains("not refused: EventLoop.callSoon"), output);
    }

    @Test
    void each_loop_is_in_debug_mode_from_the_start_with_the_limits_of_the_properties() {
        List<String> switches = List.of("-Dfermata.debug=true", "-Dfermata.debug.slowStep=50");
        String told = "WARNING: task task-1 of coroutine Mistakes.computesAtOnce, spawned at"
                + " SlowFromTheStart.main(SlowFromTheStart.java:12), has kept its loop busy for N ms without giving way:"
                + " nothing else ran on the loop meanwhile. Let others in between by"
                + " await(EventLoop.sleep(Duration.ZERO)), or have another thread do it by EventLoop.offload\n";
        assertEquals(told, OtherJvm.run(switches, SlowFromTheStart.class));
        assertEquals("", OtherJvm.run(switches.subList(1, 2), SlowFromTheStart.class));
        assertEquals(
                "",
                OtherJvm.run(
                        List.of("-Dfermata.debug=true", "-Dfermata.debug.slowStep=3600000"), SlowFromTheStart.class));
    }

    @Test
    void a_limit_that_is_no_number_is_refused() {
        String output =
                OtherJvm.run(List.of("-Dfermata.debug=true", "-Dfermata.debug.slowStep=soon"), SlowFromTheStart.class);
        assertTrue(
                output.contains(
                        "IllegalArgumentException: the system property fermata.debug.slowStep is to be a number of"
                                + " milliseconds: soon"),
                output);
    }
}
