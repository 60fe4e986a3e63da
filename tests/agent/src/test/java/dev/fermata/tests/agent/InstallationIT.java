package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of giving the agent to a JVM. */
final class InstallationIT {
    @TempDir
    Path classes;

    @Test
    void weaves_when_given_as_javaagent() {
        Countdown.compileTo(classes);
        Run run = new Jvm().withAgent("").withClassPath(classes).run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        run.assertQuiet();
    }

    @Test
    void weaves_when_given_in_JAVA_TOOL_OPTIONS() {
        Countdown.compileTo(classes);
        Run run = new Jvm()
                .withEnvironment("JAVA_TOOL_OPTIONS", Jvm.agentSwitch(""))
                .withClassPath(classes)
                .run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        assertEquals(List.of(), run.agentLines());
    }

    @Test
    void given_twice_it_works_once_and_says_so() {
        Countdown.compileTo(classes);
        Run run = new Jvm()
                .withEnvironment("JAVA_TOOL_OPTIONS", Jvm.agentSwitch(""))
                .withAgent("exclude=demo.")
                .withClassPath(classes)
                .run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        assertEquals(
                List.of(
                        "the agent is active already; started again, it does nothing, and its options 'exclude=demo.' are"
                                + " ignored"),
                run.agentLines());
    }

    @Test
    void tells_the_runtime_its_version() throws IOException {
        new Sources().file("Main", """
                        public class Main {
                            public static void main(String[] args) {
                                System.out.println(System.getProperty("fermata.agent"));
                            }
                        }
                        """).compileTo(classes);
        String version;
        try (JarFile jar = new JarFile(Artifacts.agentJar().toFile())) {
            version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
        new Jvm().withAgent("").withClassPath(classes).run("Main").assertPrinted(version);
        new Jvm().withClassPath(classes).run("Main").assertPrinted("null");
    }

    @Test
    void leaves_java_lang_closed_to_the_application() {
        new Sources().file("Main", """
                        public class Main {
                            public static void main(String[] args) throws Exception {
                                try {
                                    ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class).setAccessible(true);
                                    System.out.println("open");
                                } catch (java.lang.reflect.InaccessibleObjectException e) {
                                    System.out.println("closed");
                                }
                            }
                        }
                        """).compileTo(classes);
        new Jvm().withAgent("").withClassPath(classes).run("Main").assertPrinted("closed");
    }

    @Test
    void speaks_to_the_first_stderr_whatever_the_application_puts_there() {
        Countdown.compileTo(classes);
        new Sources().file("Main", """
                        public class Main {
                            public static void main(String[] args) throws Exception {
                                System.setErr(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
                                Class.forName("demo.Countdown");
                            }
                        }
                        """).compileTo(classes);
        Run run = new Jvm().withAgent("verbose").withClassPath(classes).run("Main");
        assertEquals(
                List.of(
                        "wove demo.Countdown, frame classes: 1",
                        "of 2 classes outside the JDK 1 mention Fermata and have been read: 1 woven, 0 refused"),
                run.agentLines().subList(1, run.agentLines().size()));
    }

    @Test
    @Tag("I2")
    void works_when_the_jdk_is_loaded_class_by_class() {
        Countdown.compileTo(classes);
        Run run = new Jvm()
                .with("-Xshare:off")
                .withAgent("")
                .withClassPath(classes)
                .run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        run.assertQuiet();
    }

    @Test
    void weaves_users_whose_packages_lie_below_that_of_the_runtime() {
        new Sources().file("Main", """
                        package dev.fermata.examples.some;

                        import dev.fermata.Generator;
                        import dev.fermata.Suspendable;

                        public class Main {
                            @Suspendable
                            static Iterable<String> greeting() {
                                Generator.yield("hello");
                                return null;
                            }

                            public static void main(String[] args) {
                                greeting().forEach(System.out::println);
                            }
                        }
                        """).compileTo(classes);
        new Jvm()
                .withAgent("")
                .withClassPath(classes)
                .run("dev.fermata.examples.some.Main")
                .assertPrinted("hello");
    }
}
