package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files older and newer than usual. */
final class ClassVersionsIT {
    private static final int FAR_FUTURE = 99;
    private static final int JAVA_17 = 61;

    @TempDir
    Path classes;

    private Path file;

    @BeforeEach
    void compile() {
        Countdown.compileTo(classes);
        file = classes.resolve("demo/Countdown.class");
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 49, 50, 51})
    @Tag("B14")
    void a_class_older_than_java_8_is_refused(int major) throws IOException {
        ClassVersions.change(file, major, 0);
        Run run = new Jvm().withAgent("").withClassPath(classes).run(Countdown.MAIN);
        String complaint = "FERMATA-002 demo.Countdown (Countdown.java): class file version " + major
                + " is too old to weave: compile with release 8 or later (version 52)";
        assertEquals(List.of(complaint), run.agentLines());
        assertTrue(
                run.err().contains("dev.fermata.NotWovenError: this class could not be woven:\n" + complaint),
                run::err);
    }

    @Test
    void a_class_of_java_8_is_woven() throws IOException {
        ClassVersions.change(file, 52, 0);
        Run run = new Jvm().withAgent("").withClassPath(classes).run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        run.assertQuiet();
    }

    @Test
    @Tag("B18")
    void a_class_with_preview_features_is_woven_and_stays_one() throws IOException {
        int current = Runtime.version().feature() + 44;
        ClassVersions.change(file, current, ClassVersions.PREVIEW);
        Run run = new Jvm()
                .with("--enable-preview")
                .withAgent("dump=" + classes.resolve("dump"))
                .withClassPath(classes)
                .run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        assertEquals(List.of(), run.agentLines());
        byte[] woven = Files.readAllBytes(classes.resolve("dump/demo/Countdown.class"));
        assertEquals(-1, woven[4] & woven[5], "the minor version");
        assertEquals(current, ClassVersions.majorOf(woven));
    }

    @Test
    @Tag("J8")
    void a_class_newer_than_known_is_woven_with_one_warning_and_keeps_its_version() throws Exception {
        byte[] future = ClassVersions.with(FAR_FUTURE, 0, Files.readAllBytes(file));
        WeaveResult.Success result = assertInstanceOf(WeaveResult.Success.class, new Weaver().weave(future));
        assertEquals(1, result.warnings().size());
        assertEquals(
                DiagnosticCode.CLASS_NEWER_THAN_KNOWN, result.warnings().get(0).code());

        Map<String, byte[]> wovenClasses = new HashMap<>(result.frames());
        wovenClasses.put(result.name(), result.host());
        Map<String, byte[]> loadable = new HashMap<>();
        wovenClasses.forEach((name, classFile) -> {
            assertEquals(FAR_FUTURE, ClassVersions.majorOf(classFile));
            loadable.put(name.replace('/', '.'), ClassVersions.with(JAVA_17, 0, classFile));
        });
        assertEquals(List.of(3, 2, 1), countDown(new DefiningLoader(loadable).loadClass(Countdown.MAIN)));
    }

    @Test
    @Tag("J8")
    void the_agent_warns_of_newer_classes_once() throws IOException {
        ClassVersions.change(file, FAR_FUTURE, 0);
        new Sources().file("Second", """
                        package demo;

                        import dev.fermata.Generator;
                        import dev.fermata.Suspendable;

                        class Second {
                            @Suspendable
                            static Iterable<Integer> one() {
                                Generator.yield(1);
                                return null;
                            }
                        }
                        """).file("Main", """
                        public class Main {
                            public static void main(String[] args) throws Exception {
                                for (String name : new String[] {"demo.Countdown", "demo.Second"}) {
                                    try {
                                        Class.forName(name);
                                    } catch (UnsupportedClassVersionError expected) {
                                        System.out.println("unsupported");
                                    }
                                }
                            }
                        }
                        """).compileTo(classes);
        ClassVersions.change(classes.resolve("demo/Second.class"), FAR_FUTURE, 0);
        Run run = new Jvm().withAgent("").withClassPath(classes).run("Main");
        run.assertPrinted("unsupported", "unsupported");
        assertEquals(
                1,
                run.agentLines().stream()
                        .filter(line -> line.startsWith("FERMATA-003"))
                        .count(),
                run::err);
    }

    private static List<Object> countDown(Class<?> countdown) throws ReflectiveOperationException {
        Method from = countdown.getDeclaredMethod("from", int.class);
        from.setAccessible(true);
        List<Object> counted = new ArrayList<>();
        ((Iterable<?>) from.invoke(null, 3)).forEach(counted::add);
        return counted;
    }
}
