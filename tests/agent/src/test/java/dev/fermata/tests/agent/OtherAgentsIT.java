package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents beside ours: tools that instrument, retransform and redefine. */
final class OtherAgentsIT {
    /** Says where it is in a generator, with one variable alive or with two. */
    private static final String STEPS = """
            package demo;

            import dev.fermata.Generator;
            import dev.fermata.Suspendable;

            public class Steps {
                @Suspendable
                public static Generator<String, Void, Void> run() {
                    String name = "NAME";
                    Generator.yield(name + " 1");
                    Generator.yield(name + " 2");
                    return null;
                }
            }
            """;

    private static final String STEPS_WITH_MORE = """
            package demo;

            import dev.fermata.Generator;
            import dev.fermata.Suspendable;

            public class Steps {
                @Suspendable
                public static Generator<String, Void, Void> run() {
                    String name = "longer";
                    long time = System.nanoTime();
                    Generator.yield(name + " 1");
                    Generator.yield(name + (time == System.nanoTime() ? " 2 " : " 2"));
                    return null;
                }
            }
            """;

    @TempDir
    Path directory;

    private Path classes;
    private Path probe;

    @BeforeEach
    void compile() {
        classes = new Sources().file("Steps", steps("first")).compileTo(directory.resolve("classes"));
        probe = ProbeAgent.jarIn(directory);
    }

    private static String steps(String name) {
        return STEPS.replace("NAME", name);
    }

    @Test
    @Tag("I6")
    void weaves_what_a_tool_has_made_of_a_class_whichever_agent_comes_first() {
        Path instrumented =
                new Sources().file("Steps", steps("instrumented")).compileTo(directory.resolve("instrumented"));
        String option = "=demo/Steps=" + instrumented.resolve("demo/Steps.class");
        main("demo.Steps.run().forEachRemaining(System.out::println);");
        for (Jvm jvm : List.of(
                new Jvm().with("-javaagent:" + probe + option).withAgent(""),
                new Jvm().withAgent("").with("-javaagent:" + probe + option))) {
            Run run = jvm.withClassPath(classes).run("Main");
            run.assertPrinted("instrumented 1", "instrumented 2");
            run.assertQuiet();
        }
    }

    @Test
    @Tag("I6")
    void a_retransformed_class_keeps_its_frames() {
        main("""
                var steps = demo.Steps.run();
                System.out.println(steps.next());
                var frame = steps.getClass();
                probe.Probe.instrumentation.retransformClasses(demo.Steps.class);
                System.out.println(steps.next());
                System.out.println(steps.hasNext());
                System.out.println(demo.Steps.run().getClass() == frame);
                System.out.println(demo.Steps.run().next());
                """);
        runWithProbe("Main").assertPrinted("first 1", "first 2", "false", "true", "first 1");
    }

    @Test
    @Tag("I7")
    void a_redefined_class_is_woven_again() {
        Path second = new Sources().file("Steps", steps("second")).compileTo(directory.resolve("second"));
        main("""
                var steps = demo.Steps.run();
                System.out.println(steps.next());
                byte[] changed = java.nio.file.Files.readAllBytes(java.nio.file.Path.of(args[0], "demo", "Steps.class"));
                probe.Probe.instrumentation.redefineClasses(
                        new java.lang.instrument.ClassDefinition(demo.Steps.class, changed));
                System.out.println(steps.next());
                demo.Steps.run().forEachRemaining(System.out::println);
                """);
        // What is suspended keeps its variables and goes on in the new code: the layout is the same.
        runWithProbe("Main", second.toString()).assertPrinted("first 1", "first 2", "second 1", "second 2");
    }

    @Test
    @Tag("I7")
    void a_frame_that_does_not_fit_the_redefined_class_fails_and_new_ones_work() {
        Path longer = new Sources().file("Steps", STEPS_WITH_MORE).compileTo(directory.resolve("longer"));
        main("""
                var steps = demo.Steps.run();
                System.out.println(steps.next());
                byte[] changed = java.nio.file.Files.readAllBytes(java.nio.file.Path.of(args[0], "demo", "Steps.class"));
                probe.Probe.instrumentation.redefineClasses(
                        new java.lang.instrument.ClassDefinition(demo.Steps.class, changed));
                try {
                    System.out.println(steps.next());
                } catch (ClassCastException e) {
                    System.out.println("does not fit");
                }
                demo.Steps.run().forEachRemaining(System.out::println);
                """);
        runWithProbe("Main", longer.toString()).assertPrinted("first 1", "does not fit", "longer 1", "longer 2");
    }

    @Test
    @Tag("I5")
    void a_class_that_another_agent_has_loaded_before_is_named_and_left_alone() {
        main("""
                probe.Probe.instrumentation.retransformClasses(demo.Steps.class);
                try {
                    demo.Steps.run().next();
                } catch (dev.fermata.NotWovenError e) {
                    System.out.println("not woven");
                }
                """);
        Run run = new Jvm()
                .with("-javaagent:" + probe + "=load=demo.Steps")
                .withAgent("")
                .withClassPath(classes)
                .run("Main");
        run.assertPrinted("not woven");
        assertEquals(1, run.agentLines().size(), run::err);
        assertTrue(
                run.err()
                        .contains("The suspendable methods of these will not work:\n  demo.Steps\n"
                                + "Start the JVM with -javaagent:fermata-agent.jar"),
                run::err);
    }

    private Run runWithProbe(String... mainAndArguments) {
        Run run = new Jvm()
                .with("-javaagent:" + probe)
                .withAgent("")
                .withClassPath(classes)
                .run(mainAndArguments);
        run.assertQuiet();
        return run;
    }

    /** A program of these statements, which sees the other agent's class. */
    private void main(String statements) {
        String source = "public class Main {\n    public static void main(String[] args) throws Exception {\n"
                + statements + "\n    }\n}\n";
        String path = String.join(
                File.pathSeparator,
                probe.toString(),
                classes.toString(),
                Artifacts.runtime().toString());
        new Sources().file("Main", source).withOptions("-classpath", path).compileTo(classes);
    }
}
