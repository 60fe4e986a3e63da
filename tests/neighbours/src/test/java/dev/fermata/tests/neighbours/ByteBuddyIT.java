package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tracing agent built on Byte Buddy, which puts its advice into suspendable methods or into what was made of them. */
@Tag("I9")
final class ByteBuddyIT {
    private static final String STEPS = """
            var steps = Work.steps("step");
            System.out.println(steps.next());
            System.out.println(steps.next());
            steps.close();
            """;

    private static final String FIRST = "System.out.println\\(steps.next\\(\\)\\);";

    private static final String AWAIT = """
            var sum = Work.sum(2);
            System.out.println(sum.send(null));
            try {
                sum.send(null);
            } catch (dev.fermata.StopIteration end) {
                System.out.println(end.value());
            }
            """;

    private static final String[] STEPS_TRACED_IN_THE_CODE = {"> steps", "step 1", "step 2", "< steps GeneratorExit"};

    private static final String[] STEPS_TRACED_AROUND_THE_BODY = {
        "> steps",
        "< steps",
        "> lambda$steps$co0",
        "< lambda$steps$co0",
        "step 1",
        "> lambda$steps$co0",
        "< lambda$steps$co0",
        "step 2",
        "> lambda$steps$co0",
        "< lambda$steps$co0 GeneratorExit"
    };

    @TempDir
    Path directory;

    private Path classes;
    private Path tracer;

    @BeforeEach
    void compile() {
        classes = new Sources().file("Work", Text.of("bytebuddy/Work.java")).compileTo(directory.resolve("classes"));
        Path agent = new Sources()
                .withOptions("-classpath", byteBuddy().toString())
                .file("Tracer", Text.of("bytebuddy/Tracer.java"))
                .compileTo(directory.resolve("tracer"));
        tracer = Jars.agent(directory.resolve("tracer.jar"), agent, "tracer.Tracer");
    }

    private static Path byteBuddy() {
        return Path.of(ByteBuddy.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    @Test
    @Tag("I6")
    void advice_of_an_agent_that_cannot_retransform_becomes_part_of_the_code_in_both_orders() {
        program(STEPS);
        runBefore("advice").assertPrinted(STEPS_TRACED_IN_THE_CODE);
        runAfter("advice").assertPrinted(STEPS_TRACED_IN_THE_CODE);
    }

    @Test
    @Tag("I6")
    void advice_of_an_agent_that_can_retransform_goes_by_the_order_on_the_command_line() {
        program(STEPS);
        runBefore("capable").assertPrinted(STEPS_TRACED_IN_THE_CODE);
        runAfter("capable").assertPrinted(STEPS_TRACED_AROUND_THE_BODY);
    }

    @Test
    void advice_sees_a_coroutine_begin_and_end_once_in_the_code_and_at_each_resumption_around_the_body() {
        program(AWAIT);
        runBefore("capable").assertPrinted("> sum", "> one", "pause", "< one", "< sum", "3");
        runAfter("capable")
                .assertPrinted(
                        "> sum",
                        "< sum",
                        "> lambda$sum$co1",
                        "> one",
                        "< one",
                        "> lambda$one$co2",
                        "< lambda$one$co2",
                        "< lambda$sum$co1",
                        "pause",
                        "> lambda$one$co2",
                        "< lambda$one$co2",
                        "> lambda$sum$co1",
                        "< lambda$sum$co1",
                        "3");
    }

    @Test
    void retransformation_while_a_frame_is_suspended_changes_nothing() {
        program(STEPS.replaceFirst(FIRST, "$0\ntracer.Tracer.again(Work.class);"));
        runBefore("advice").assertPrinted(STEPS_TRACED_IN_THE_CODE);
        runAfter("advice").assertPrinted(STEPS_TRACED_IN_THE_CODE);
        runBefore("capable").assertPrinted(STEPS_TRACED_IN_THE_CODE);
        runAfter("capable").assertPrinted(STEPS_TRACED_AROUND_THE_BODY);
    }

    @Test
    void advice_that_comes_while_a_frame_is_suspended_sees_it_from_then_on() {
        program(STEPS.replaceFirst(FIRST, "$0\ntracer.Tracer.capable();"));
        runAfter("late")
                .assertPrinted(
                        "step 1",
                        "> lambda$steps$co0",
                        "< lambda$steps$co0",
                        "step 2",
                        "> lambda$steps$co0",
                        "< lambda$steps$co0 GeneratorExit");
    }

    /** The JVM asks agents in the order of the command line, also for transformers that come later. */
    @Test
    @Tag("I7")
    void late_advice_of_an_agent_before_ours_gets_into_the_code_and_suspended_frames_no_longer_fit() {
        program("""
                var suspended = Work.steps("old");
                suspended.next();
                tracer.Tracer.capable();
                try {
                    suspended.next();
                } catch (ClassCastException doesNotFit) {
                    System.out.println("does not fit");
                }
                """ + STEPS);
        String[] traced = STEPS_TRACED_IN_THE_CODE;
        runBefore("late").assertPrinted("does not fit", traced[0], traced[1], traced[2], traced[3]);
    }

    @Test
    void advice_goes_around_bodies_that_the_build_has_woven() {
        program(STEPS);
        BuildTime.weave(classes);
        run(new Jvm().with(tracer("advice"))).assertPrinted(STEPS_TRACED_AROUND_THE_BODY);
    }

    @Test
    @Tag("J7")
    void an_agent_that_moves_the_code_to_another_method_must_come_after_weaving() {
        program(STEPS);
        Run moved = runBefore("delegation");
        assertEquals(1, moved.exit(), moved::toString);
        assertTrue(moved.agentLines().get(0).startsWith("FERMATA-"), moved::err);
        assertTrue(moved.agentLines().get(0).contains("demo.Work.steps$original$"), moved::err);
        assertTrue(moved.err().contains("NotWovenError: this class could not be woven"), moved::err);

        BuildTime.weave(classes);
        run(new Jvm().with(tracer("delegation"))).assertPrinted("announced", "step 1", "step 2");
    }

    private Run runBefore(String option) {
        return run(new Jvm().with(tracer(option)).withAgent(""));
    }

    private Run runAfter(String option) {
        return run(new Jvm().withAgent("").with(tracer(option)));
    }

    private Run run(Jvm jvm) {
        return jvm.withClassPath(classes, byteBuddy()).run("demo.Main");
    }

    private String tracer(String option) {
        return "-javaagent:" + tracer + "=" + option;
    }

    private void program(String statements) {
        String source =
                "package demo;\npublic class Main {\npublic static void main(String[] args) throws Exception {\n"
                        + statements + "}\n}\n";
        String path = Stream.of(classes, tracer, Artifacts.runtime())
                .map(Path::toString)
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        new Sources().withOptions("-classpath", path).file("Main", source).compileTo(classes);
    }
}
