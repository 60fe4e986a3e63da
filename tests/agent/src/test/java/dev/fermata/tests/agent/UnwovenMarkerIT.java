package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a marker says when it is reached in code that nobody has woven: where, and what to do. */
final class UnwovenMarkerIT {
    private static final String MAIN = """
            package demo;

            import static dev.fermata.Coroutine.await;

            import dev.fermata.Coroutine;
            import dev.fermata.Generator;
            import dev.fermata.NotWovenError;
            import dev.fermata.Suspendable;
            import java.util.function.Supplier;

            public class Main {
                @Suspendable
                static Generator<Integer, Void, Void> annotated() {
                    Generator.yield(1);
                    return null;
                }

                static Coroutine<Integer> plain() {
                    return Coroutine.of(await(Coroutine.of(1)));
                }

                static Coroutine<Integer> lambda() {
                    Supplier<Coroutine<Integer>> supplier =
                            () -> Coroutine.of(await(Coroutine.of(1)));
                    return supplier.get();
                }

                @Suspendable
                static Coroutine<Void> early() {
                    dev.fermata.loop.EventLoop.current();
                    await(Coroutine.of(1));
                    return null;
                }

                public static void main(String[] args) {
                    try {
                        switch (args[0]) {
                            case "annotated" -> annotated();
                            case "plain" -> plain();
                            case "lambda" -> lambda();
                            case "early" -> early();
                            case "elsewhere" -> dev.fermata.loop.EventLoop.current();
                        }
                        System.out.println("nothing");
                    } catch (NotWovenError | IllegalStateException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;

    private static final String INSTALL =
            "Start the JVM with -javaagent:fermata-agent.jar, or add fermata-maven-plugin (goal transform, for tests"
                    + " test-transform) to the build.";

    private static final String ANNOTATE =
            "The method is not annotated: add @Suspendable to it and let it return Coroutine, CompletableFuture,"
                    + " CompletionStage, AsyncGenerator or Flow.Publisher.";

    @TempDir
    Path classes;

    @Test
    @Tag("J6")
    void in_an_annotated_method_it_says_how_to_install() {
        compile();
        run(
                "annotated",
                "Generator.yield was reached in code that is not woven: demo.Main.annotated (Main.java:14). "
                        + INSTALL);
    }

    @Test
    @Tag("D8")
    void in_a_plain_method_it_says_to_annotate() {
        compile();
        run(
                "plain",
                "Coroutine.await was reached in code that is not woven: demo.Main.plain (Main.java:19). " + ANNOTATE);
    }

    @Test
    @Tag("D8")
    void in_a_lambda_it_says_how_to_install() {
        compile();
        run(
                "lambda",
                "Coroutine.await was reached in code that is not woven: demo.Main.lambda$lambda$0 (Main.java:24). "
                        + INSTALL);
    }

    @Test
    void what_fails_before_any_marker_because_a_method_runs_at_once_says_so_too() {
        compile();
        run(
                "early",
                "EventLoop.current was reached in code that is not woven: demo.Main.early (Main.java:30). " + INSTALL);
        run("elsewhere", "no event loop runs on this thread: start one with EventLoop.run(coroutine)");
    }

    @Test
    void woven_code_has_no_loop_for_another_reason() {
        compile();
        Run run = new Jvm().withAgent("").withClassPath(classes).run("demo.Main", "elsewhere");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(
                "no event loop runs on this thread: start one with EventLoop.run(coroutine)",
                run.out().strip());
    }

    @Test
    void without_debug_information_it_names_the_method() {
        compile("-g:none");
        run("annotated", "Generator.yield was reached in code that is not woven: demo.Main.annotated. " + INSTALL);
    }

    @Test
    @Tag("J6")
    void under_an_agent_that_did_not_weave_it_says_why_that_may_be() {
        compile();
        Run run = new Jvm().withAgent("exclude=demo.").withClassPath(classes).run("demo.Main", "annotated");
        assertEquals(0, run.exit(), run::toString);
        String expected =
                "Generator.yield was reached in code that is not woven: demo.Main.annotated (Main.java:14). The Fermata agent "
                        + "VERSION is active but has not woven this class: it was loaded before the agent or by a class"
                        + " loader that agents do not reach, the agent's options leave it out, or stderr says more. Weave"
                        + " it in the build with fermata-maven-plugin (goal transform).\n";
        assertEquals(expected, run.out().replaceFirst("agent [0-9][^ ]*", "agent VERSION"));
    }

    private void compile(String... options) {
        new Sources().file("Main", MAIN).withOptions(options).compileTo(classes);
    }

    private void run(String method, String message) {
        new Jvm().withClassPath(classes).run("demo.Main", method).assertPrinted(message);
    }
}
