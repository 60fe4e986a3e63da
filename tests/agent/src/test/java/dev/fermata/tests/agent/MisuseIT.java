package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users do wrong: each mistake is told once on stderr, told again by the method that has it, and harms nothing
 * else. One JVM runs all cases.
 */
final class MisuseIT {
    /** Prints what each class does, between lines that name it on both streams. */
    private static final String DRIVER = """
            import java.lang.reflect.InvocationTargetException;

            public class Driver {
                public static void main(String[] names) {
                    for (String name : names) {
                        System.out.println("== " + name);
                        System.err.println("== " + name);
                        call(name, "bystander");
                        call(name, "misuse");
                    }
                    System.out.println("==");
                    System.err.println("==");
                }

                private static void call(String name, String method) {
                    try {
                        System.out.println(method + " gives " + Class.forName(name).getMethod(method).invoke(null));
                    } catch (InvocationTargetException e) {
                        Throwable error = e.getCause();
                        if (error instanceof ExceptionInInitializerError) {
                            error = error.getCause();
                        }
                        System.out.println(method + " throws " + error);
                    } catch (Throwable e) {
                        System.out.println(method + " fails: " + e);
                    }
                }
            }
            """;

    private static Run run;

    static List<MisuseCase> cases() {
        return MisuseCase.all();
    }

    @BeforeAll
    static void run_all_cases(@TempDir Path classes) {
        Sources sources = new Sources().file("Driver", DRIVER);
        cases().forEach(misuse -> sources.file(misuse.name(), misuse.source()));
        sources.compileTo(classes);
        String[] driverAndNames = cases().stream().map(MisuseCase::className).toArray(String[]::new);
        run = new Jvm().withAgent("").withClassPath(classes).run(prepend("Driver", driverAndNames));
    }

    @Test
    void the_jvm_lives_on() {
        assertEquals(0, run.exit(), run::toString);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("A15")
    @Tag("C11")
    @Tag("C12")
    @Tag("D6")
    @Tag("D8")
    @Tag("D15")
    void each_mistake_is_told_once_on_stderr(MisuseCase misuse) {
        assertFalse(misuse.diagnostics().isEmpty());
        List<String> expected =
                misuse.diagnostics().stream().map(text -> "fermata: " + text).toList();
        assertEquals(expected, section(run.err(), misuse).lines().toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("A15")
    @Tag("C11")
    @Tag("C12")
    @Tag("D6")
    @Tag("D8")
    @Tag("I1")
    void the_method_throws_the_same_text(MisuseCase misuse) {
        String out = section(run.out(), misuse);
        String thrown = out.substring(out.indexOf("misuse "));
        assertTrue(thrown.startsWith("misuse throws dev.fermata.NotWovenError: "), out);
        for (String diagnostic : misuse.diagnostics()) {
            assertTrue(thrown.contains(diagnostic), out);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void other_methods_of_the_class_work(MisuseCase misuse) {
        String out = section(run.out(), misuse);
        assertTrue(out.startsWith("bystander gives unharmed\n"), out);
    }

    /** What was written while this case ran. */
    private static String section(String text, MisuseCase misuse) {
        String head = "== " + misuse.className() + "\n";
        int from = text.indexOf(head) + head.length();
        return text.substring(from, text.indexOf("==", from));
    }

    private static String[] prepend(String first, String[] rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
