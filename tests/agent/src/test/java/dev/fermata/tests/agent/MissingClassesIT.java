package dev.fermata.tests.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Optional dependencies: a class that names another one that is not there works as long as it does not need it. Weaving
 * must not need it either, nor the verifier more than before.
 */
final class MissingClassesIT {
    private static final String MAIN = """
            package demo;

            import dev.fermata.Generator;
            import dev.fermata.Suspendable;

            public class Main {
                /** Keeps an object of the missing class across suspensions, on a path that is not taken. */
                @Suspendable
                static Iterable<String> onOtherBranch(boolean here) {
                    if (!here) {
                        Missing missing = new Missing();
                        Generator.yield("before");
                        missing.use(missing, Generator.yield("within"));
                        Generator.yield(missing.toString());
                    }
                    Generator.yield("other branch");
                    return null;
                }

                /** Keeps null in a variable of the missing class. */
                @Suspendable
                static Iterable<String> asNull(boolean here) {
                    Missing missing = here ? Missing.make() : null;
                    Missing[] none = here ? new Missing[1] : null;
                    Generator.yield("null");
                    Generator.yield(missing == null && none == null ? "still null" : "something");
                    return null;
                }

                /** Tries it and does without. */
                @Suspendable
                static Iterable<String> guarded() {
                    try {
                        Missing missing = new Missing();
                        Generator.yield("found " + missing);
                    } catch (NoClassDefFoundError e) {
                        Generator.yield("does without " + e.getMessage());
                    }
                    return null;
                }

                public static void main(String[] args) {
                    onOtherBranch(true).forEach(System.out::println);
                    asNull(false).forEach(System.out::println);
                    guarded().forEach(System.out::println);
                }
            }
            """;

    private static final String MISSING = """
            package demo;

            class Missing {
                static Missing make() {
                    return new Missing();
                }

                void use(Missing other, Object value) {}
            }
            """;

    @TempDir
    Path classes;

    @BeforeEach
    void compile_and_delete() throws IOException {
        new Sources().file("Main", MAIN).file("Missing", MISSING).compileTo(classes);
        Files.delete(classes.resolve("demo/Missing.class"));
    }

    @Test
    @Tag("B8")
    void a_missing_class_is_not_needed_under_the_agent() {
        check(new Jvm().withAgent("").withClassPath(classes).run("demo.Main"));
    }

    @Test
    @Tag("B8")
    void a_missing_class_is_not_needed_when_woven_in_the_build() {
        BuildTime.weave(classes);
        check(new Jvm().withClassPath(classes).run("demo.Main"));
    }

    private static void check(Run run) {
        run.assertPrinted("other branch", "null", "still null", "does without demo/Missing");
        run.assertQuiet();
    }
}
