package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the agent loads the part of it that weaves: at the start of the JVM if Fermata is on the class path, else in the
 * middle of loading the first class that mentions it.
 */
final class FirstWovenClassIT {
    private static final String WEAVER = "dev.fermata.agent.shaded.transformer.Weaver source:";

    @TempDir
    Path directory;

    private Path launcher;
    private Path program;

    @BeforeEach
    void compile() {
        launcher = directory.resolve("launcher");
        program = Countdown.compileTo(directory.resolve("program"));
    }

    @Test
    void a_program_without_fermata_does_not_load_the_weaver() {
        compileLauncher("System.out.println(args.length);");
        Run run = logged().withAgent("").withBareClassPath(launcher).run("launcher.Launcher");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(0, count(run, WEAVER), run::out);
    }

    @Test
    void a_program_with_fermata_on_its_class_path_has_the_weaver_loaded_before_its_first_class() {
        compileLauncher("System.out.println(args.length);");
        Run run = logged().withAgent("").withClassPath(launcher).run("launcher.Launcher");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(1, count(run, WEAVER), run::out);
        assertEquals(true, run.out().indexOf(WEAVER) < run.out().indexOf("launcher.Launcher source:"), run::out);
    }

    @Test
    void a_system_class_loader_for_one_thread_at_a_time_has_the_weaver_loaded_before_it_could_wait_for_it() {
        new Sources().withoutRuntime().file("Single", """
                package launcher;

                /** Not registered as capable of loading in parallel: it locks itself for every class. */
                public class Single extends java.net.URLClassLoader {
                    public Single(ClassLoader parent) {
                        super(new java.net.URL[0], parent);
                    }

                    /** Called by the JVM, which puts the agent on the class path by it. */
                    void appendToClassPathForInstrumentation(String jar) throws Exception {
                        addURL(java.nio.file.Path.of(jar).toUri().toURL());
                    }
                }
                """).compileTo(launcher);
        compileLauncher("System.out.println(args.length);");
        Run run = logged().with("-Djava.system.class.loader=launcher.Single")
                .withAgent("")
                .withBareClassPath(launcher)
                .run("launcher.Launcher");
        assertEquals(1, count(run, WEAVER), run::toString);
    }

    @Test
    @Tag("I2")
    @Tag("I11")
    void the_first_classes_to_be_woven_come_in_many_threads_from_many_loaders() {
        compileLauncher("""
                int threads = 8;
                var barrier = new java.util.concurrent.CyclicBarrier(threads);
                var sum = new java.util.concurrent.atomic.AtomicInteger();
                Thread[] all = new Thread[threads];
                for (int t = 0; t < threads; t++) {
                    var urls = new java.net.URL[] {
                        java.nio.file.Path.of(args[0]).toUri().toURL(), java.nio.file.Path.of(args[1]).toUri().toURL()
                    };
                    ClassLoader loader = t % 2 == 0 ? new java.net.URLClassLoader(urls) : new Single(urls);
                    all[t] = new Thread(() -> {
                        try {
                            barrier.await();
                            var from = loader.loadClass("demo.Countdown").getDeclaredMethod("from", int.class);
                            from.setAccessible(true);
                            for (Object item : (Iterable<?>) from.invoke(null, 3)) {
                                sum.addAndGet((Integer) item);
                            }
                        } catch (Exception e) {
                            e.printStackTrace();
                        }
                    });
                    all[t].start();
                }
                for (Thread thread : all) {
                    thread.join();
                }
                System.out.println(sum);
                """);
        Run run = new Jvm()
                .withAgent("")
                .withBareClassPath(launcher)
                .run(
                        "launcher.Launcher",
                        program.toString(),
                        Artifacts.runtime().toString());
        run.assertPrinted("48");
        run.assertQuiet();
    }

    private static Jvm logged() {
        return new Jvm().with("-Xlog:class+load:stdout");
    }

    private static long count(Run run, String text) {
        return run.out().lines().filter(line -> line.contains(text)).count();
    }

    /** A program that knows nothing of Fermata, with a loader that takes one thread at a time. */
    private void compileLauncher(String statements) {
        new Sources()
                .withoutRuntime()
                .file("Launcher", """
                package launcher;

                public class Launcher {
                    static final class Single extends java.net.URLClassLoader {
                        Single(java.net.URL... urls) {
                            super(urls);
                        }
                    }

                    public static void main(String[] args) throws Exception {
                        STATEMENTS
                    }
                }
                """.replace("STATEMENTS", statements))
                .compileTo(launcher);
    }
}
