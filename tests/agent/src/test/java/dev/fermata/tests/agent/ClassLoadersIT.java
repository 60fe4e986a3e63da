package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class loaders of all kinds; the program that is woven is not on the class path but in a directory of its own. */
final class ClassLoadersIT {
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
    @Tag("I3")
    @Tag("I10")
    @Tag("I11")
    void many_threads_load_many_classes_at_once() {
        Sources parts = new Sources();
        for (int i = 0; i < 40; i++) {
            parts.file("Part" + i, part("Part" + i, i));
        }
        parts.compileTo(program);
        launch("""
                import java.util.Arrays;
                import java.util.concurrent.CyclicBarrier;

                public class Launcher {
                    static final int PARTS = 40;
                    static final int THREADS = 8;

                    /** Loads without looking into its parents, and without any lock: the last one to define a class loses. */
                    static final class Racing extends java.net.URLClassLoader {
                        static {
                            registerAsParallelCapable();
                        }

                        Racing(java.net.URL... urls) {
                            super(urls);
                        }

                        @Override
                        public Class<?> loadClass(String name) throws ClassNotFoundException {
                            if (!name.startsWith("demo.")) {
                                return super.loadClass(name);
                            }
                            Class<?> loaded = findLoadedClass(name);
                            if (loaded != null) {
                                return loaded;
                            }
                            try {
                                return findClass(name);
                            } catch (LinkageError lost) {
                                return findLoadedClass(name);
                            }
                        }

                        @Override
                        protected Object getClassLoadingLock(String name) {
                            return new Object();
                        }
                    }

                    public static void main(String[] args) throws Exception {
                        var url = java.nio.file.Path.of(args[0]).toUri().toURL();
                        int[] sums = new int[THREADS];
                        try (var loader = new Racing(url)) {
                            var barrier = new CyclicBarrier(THREADS);
                            Thread[] threads = new Thread[THREADS];
                            for (int t = 0; t < THREADS; t++) {
                                int mine = t;
                                threads[t] = new Thread(() -> sums[mine] = sum(loader, barrier));
                                threads[t].start();
                            }
                            for (Thread thread : threads) {
                                thread.join();
                            }
                        }
                        System.out.println(Arrays.toString(sums));
                    }

                    static int sum(ClassLoader loader, CyclicBarrier barrier) {
                        try {
                            int sum = 0;
                            for (int i = 0; i < PARTS; i++) {
                                barrier.await();
                                var part = (java.util.function.IntSupplier) loader.loadClass("demo.Part" + i)
                                        .getConstructor()
                                        .newInstance();
                                sum += part.getAsInt();
                            }
                            return sum;
                        } catch (Exception | LinkageError e) {
                            e.printStackTrace();
                            barrier.reset();
                            return -1;
                        }
                    }
                }
                """);
        Run run = new Jvm().withAgent("verbose").withClassPath(launcher).run("Launcher", program.toString());
        // Each part yields i and i + 1.
        String sums = Stream.generate(() -> "1600").limit(8).toList().toString();
        run.assertPrinted(sums);
        List<String> woven = run.agentLines().stream()
                .filter(line -> line.startsWith("wove demo.Part"))
                .toList();
        assertTrue(woven.size() >= 40, run::err);
        assertEquals(40, woven.stream().distinct().count(), run::err);
    }

    private static String part(String name, int first) {
        return """
               package demo;

               import dev.fermata.Generator;
               import dev.fermata.Suspendable;

               public class NAME implements java.util.function.IntSupplier {
                   @Suspendable
                   private Iterable<Integer> numbers(int from) {
                       for (int i = from; i < from + 2; i++) {
                           Generator.yield(i);
                       }
                       return null;
                   }

                   @Override
                   public int getAsInt() {
                       int sum = 0;
                       for (int number : numbers(FIRST)) {
                           sum += number;
                       }
                       return sum;
                   }
               }
               """.replace("NAME", name).replace("FIRST", Integer.toString(first));
    }

    @Test
    @Tag("I11")
    void two_loaders_have_the_same_class() {
        launch("""
                public class Launcher {
                    public static void main(String[] args) throws Exception {
                        var url = java.nio.file.Path.of(args[0]).toUri().toURL();
                        try (var one = new java.net.URLClassLoader(new java.net.URL[] {url});
                                var other = new java.net.URLClassLoader(new java.net.URL[] {url})) {
                            run(one);
                            run(other);
                            System.out.println(one.loadClass("demo.Countdown") != other.loadClass("demo.Countdown"));
                        }
                    }

                    static void run(ClassLoader loader) throws Exception {
                        loader.loadClass("demo.Countdown").getMethod("main", String[].class).invoke(null, (Object) null);
                    }
                }
                """);
        Run run = new Jvm().withAgent("").withClassPath(launcher).run("Launcher", program.toString());
        run.assertPrinted("3", "2", "1", "3", "2", "1", "true");
        run.assertQuiet();
    }

    @Test
    @Tag("I12")
    void the_runtime_is_visible_to_the_program_only() {
        launch("""
                public class Launcher {
                    public static void main(String[] args) throws Exception {
                        for (int i = 0; i < 2; i++) {
                            java.net.URL[] urls = {
                                java.nio.file.Path.of(args[0]).toUri().toURL(), java.nio.file.Path.of(args[1]).toUri().toURL()
                            };
                            try (var loader = new java.net.URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
                                loader.loadClass("demo.Countdown")
                                        .getMethod("main", String[].class)
                                        .invoke(null, (Object) null);
                            }
                        }
                    }
                }
                """);
        Run run = new Jvm()
                .withAgent("")
                .withBareClassPath(launcher)
                .run("Launcher", program.toString(), Artifacts.runtime().toString());
        run.assertPrinted("3", "2", "1", "3", "2", "1");
        run.assertQuiet();
    }

    @Test
    @Tag("E17")
    void a_frame_class_lives_where_its_host_does() {
        launch("""
                import java.security.CodeSource;
                import java.security.ProtectionDomain;

                public class Launcher {
                    static final class Loader extends ClassLoader {
                        final ProtectionDomain domain = new ProtectionDomain(new CodeSource(null, (java.security.cert.Certificate[]) null), null);

                        Class<?> define(byte[] classFile) {
                            return defineClass(null, classFile, 0, classFile.length, domain);
                        }
                    }

                    public static void main(String[] args) throws Exception {
                        var loader = new Loader();
                        var file = java.nio.file.Path.of(args[0], "demo", "Countdown.class");
                        Class<?> host = loader.define(java.nio.file.Files.readAllBytes(file));
                        var from = host.getDeclaredMethod("from", int.class);
                        from.setAccessible(true);
                        Class<?> frame = from.invoke(null, 3).getClass();
                        System.out.println(frame.getName().startsWith("demo.Countdown$$from$0$"));
                        System.out.println(frame.getClassLoader() == loader);
                        System.out.println(frame.getPackage() == host.getPackage());
                        System.out.println(frame.getModule() == host.getModule());
                        System.out.println(frame.getProtectionDomain() == loader.domain);
                    }
                }
                """);
        Run run = new Jvm().withAgent("").withClassPath(launcher).run("Launcher", program.toString());
        run.assertPrinted("true", "true", "true", "true", "true");
        run.assertQuiet();
    }

    @Test
    @Tag("I4")
    void a_class_defined_without_telling_its_name_is_filtered_by_the_name_in_it() {
        launch("""
                public class Launcher {
                    static final class Loader extends ClassLoader {
                        Class<?> define(byte[] classFile) {
                            return defineClass(null, classFile, 0, classFile.length);
                        }
                    }

                    public static void main(String[] args) throws Exception {
                        var file = java.nio.file.Path.of(args[0], "demo", "Countdown.class");
                        Class<?> host = new Loader().define(java.nio.file.Files.readAllBytes(file));
                        try {
                            host.getMethod("main", String[].class).invoke(null, (Object) null);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            System.out.println(e.getCause().getClass().getSimpleName());
                        }
                    }
                }
                """);
        Jvm jvm = new Jvm().withClassPath(launcher).withAgent("exclude=demo.");
        jvm.run("Launcher", program.toString()).assertPrinted("NotWovenError");
        jvm = new Jvm().withClassPath(launcher).withAgent("include=demo.");
        jvm.run("Launcher", program.toString()).assertPrinted(Countdown.OUTPUT);
    }

    @Test
    @Tag("E19")
    void a_class_defined_through_a_lookup_is_woven_and_a_hidden_one_is_not_seen() {
        launch("""
                package demo;

                import java.lang.invoke.MethodHandles;

                public class Launcher {
                    public static void main(String[] args) throws Exception {
                        byte[] classFile =
                                java.nio.file.Files.readAllBytes(java.nio.file.Path.of(args[0], "demo", "Countdown.class"));
                        run(MethodHandles.lookup().defineHiddenClass(classFile, true).lookupClass());
                        run(MethodHandles.lookup().defineClass(classFile));
                    }

                    static void run(Class<?> host) throws Exception {
                        try {
                            host.getMethod("main", String[].class).invoke(null, (Object) null);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            System.out.println(e.getCause().getClass().getSimpleName());
                        }
                    }
                }
                """);
        Run run = new Jvm().withAgent("").withClassPath(launcher).run("demo.Launcher", program.toString());
        run.assertPrinted("NotWovenError", "3", "2", "1");
        run.assertQuiet();
    }

    @Test
    @Tag("I12")
    void a_loader_with_another_runtime_gets_methods_that_say_so() {
        Path runtime = new Sources()
                .file("Suspendable", "package dev.fermata; public @interface Suspendable {}")
                .file(
                        "Generator",
                        "package dev.fermata; public interface Generator { static Object yield(Object o) { return o; } }")
                .file(
                        "NotWovenError",
                        "package dev.fermata; public class NotWovenError extends Error { public NotWovenError(String text) {"
                                + " super(text); } }")
                .withoutRuntime()
                .compileTo(directory.resolve("runtime"));
        Run run = new Jvm().withAgent("").withBareClassPath(program, runtime).run(Countdown.MAIN);
        String complaint = "FERMATA-019 demo.Countdown: the class loader does not take the frame classes:"
                + " java.lang.NoClassDefFoundError: dev/fermata/frame/GeneratorFrame. Check that it sees the Fermata runtime, in"
                + " the version of the agent";
        assertEquals(List.of(complaint), run.agentLines());
        assertTrue(
                run.err().contains("dev.fermata.NotWovenError: this class could not be woven:\n" + complaint),
                run::err);
    }

    private void launch(String source) {
        new Sources().file("Launcher", source).compileTo(launcher);
    }
}
