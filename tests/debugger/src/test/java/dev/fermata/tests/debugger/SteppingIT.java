package dev.fermata.tests.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.debugger.DebugSession.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SteppingIT {
    private static final Program PROGRAM = new Program("Steps");

    @TempDir
    static Path directory;

    @ParameterizedTest
    @EnumSource
    void a_step_over_an_await_arrives_at_the_next_line(Installation installation) {
        try (DebugSession session = session(installation, "")) {
            CoroutineStepper stepper = new CoroutineStepper(session);
            Stop begin = stopAt("outer begins", session);
            assertEquals(List.of("outer awaits", "outer goes on", "outer ends"), steps(3, begin, stepper::over));
        }
    }

    @Test
    void variables_are_the_same_before_and_after_the_step() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "")) {
            CoroutineStepper stepper = new CoroutineStepper(session);
            Stop before = stopAt("middle sleeps", session);
            assertEquals(Map.of("x", "1", "y", "2"), before.variables());
            assertEquals(Map.of("x", "1", "y", "2"), stepper.over(before).variables());
        }
    }

    @Test
    void a_step_stays_in_its_task_when_others_run_the_same_method_in_between() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "busy")) {
            CoroutineStepper stepper = new CoroutineStepper(session);
            Stop stop = stopAt("worker sleeps", session);
            assertEquals("\"one\"", stop.variables().get("name"));
            for (int round = 0; round < 2; round++) {
                stop = stepper.over(stop);
                assertEquals("worker goes on", PROGRAM.commentAt(stop.line()));
                assertEquals(Map.of("i", String.valueOf(round), "name", "\"one\""), stop.variables());
                stop = stepper.over(stepper.over(stop));
                assertEquals("worker sleeps", PROGRAM.commentAt(stop.line()));
            }
        }
    }

    @Test
    void a_step_over_the_end_of_a_coroutine_that_was_suspended_arrives_behind_the_await() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "")) {
            CoroutineStepper stepper = new CoroutineStepper(session);
            assertEquals(
                    List.of("middle sleeps again", "middle ends", "outer goes on"),
                    steps(3, stopAt("middle goes on", session), stepper::over));
        }
    }

    @Test
    void a_step_out_of_a_coroutine_arrives_at_who_awaits_it() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "")) {
            CoroutineStepper stepper = new CoroutineStepper(session);
            Stop begin = stopAt("middle begins", session);
            assertEquals("outer goes on", PROGRAM.commentAt(stepper.out(begin).line()));
        }
    }

    @Test
    void a_step_out_of_a_coroutine_that_does_not_suspend_arrives_in_the_line_of_the_await() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "")) {
            CoroutineStepper stepper = new CoroutineStepper(session);
            Stop begin = stopAt("quick", session);
            assertEquals(
                    "awaits the quick one", PROGRAM.commentAt(stepper.out(begin).line()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_over_a_yield_arrives_at_the_next_line(Installation installation) {
        try (DebugSession session = session(installation, "")) {
            CoroutineStepper stepper = new CoroutineStepper(session);
            assertEquals(
                    List.of("goes on", "yields second", "no more", "asks"),
                    steps(4, stopAt("yields first", session), stepper::over));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_into_an_await_enters_the_method(Installation installation) {
        try (DebugSession session = session(installation, "")) {
            Stop stop = session.stepInto(stopAt("outer awaits", session));
            assertEquals("middle begins", PROGRAM.commentAt(stop.line()));
        }
    }

    @Test
    void plain_steps_into_go_over_a_suspension_by_way_of_the_callers_and_the_beginning_of_the_method() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "")) {
            assertEquals(
                    List.of("outer awaits", "middle begins", "middle sleeps", "middle goes on"),
                    steps(4, stopAt("middle sleeps", session), session::stepInto));
        }
    }

    /** IDEs step on by themselves in synthetic methods. */
    @Test
    void frame_classes_that_no_filter_names_show_synthetic_methods_only() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "")) {
            session.filtering(List.of("dev.fermata.*", "java.*", "jdk.*", "sun.*"));
            Stop stop = stopAt("middle sleeps", session);
            int seen = 0;
            while (!PROGRAM.isCommented(stop.line(), "middle goes on")) {
                stop = session.stepInto(stop);
                if (stop.location().declaringType().name().contains("$$")) {
                    assertTrue(stop.location().method().isSynthetic(), stop::toString);
                    seen++;
                }
            }
            assertTrue(seen > 0);
        }
    }

    @Test
    void a_plain_step_over_a_suspension_leaves_the_loop() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, "")) {
            Stop stop = session.stepOver(stopAt("middle sleeps again", session));
            assertEquals("runs the loop", PROGRAM.commentAt(stop.line()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_plain_step_over_an_await_that_does_not_suspend_arrives_at_the_next_line(Installation installation) {
        try (DebugSession session = session(installation, "")) {
            Stop stop = session.stepOver(stopAt("awaits the quick one", session));
            assertEquals("ends quickly", PROGRAM.commentAt(stop.line()));
        }
    }

    private static Stop stopAt(String comment, DebugSession session) {
        Stop stop = session.breakAt(PROGRAM.line(comment)).resume();
        session.clearBreakpoints();
        return stop;
    }

    private static List<String> steps(int count, Stop from, UnaryOperator<Stop> step) {
        List<String> places = new ArrayList<>();
        Stop stop = from;
        for (int i = 0; i < count; i++) {
            stop = step.apply(stop);
            places.add(PROGRAM.commentAt(stop.line()));
        }
        return places;
    }

    private static DebugSession session(Installation installation, String argument) {
        String command = ("demo.Steps " + argument).trim();
        return DebugSession.start(installation.prepare("Steps", directory), command, Places.ALL);
    }
}
