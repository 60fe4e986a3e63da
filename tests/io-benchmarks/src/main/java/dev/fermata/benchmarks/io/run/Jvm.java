package dev.fermata.benchmarks.io.run;

import java.nio.file.Path;
import java.util.List;

/** JVMs of this release with the class path of this one. */
final class Jvm {
    /** What a JVM with one processor chooses by itself, said for those that are not bound to one; and room enough. */
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");

    private Jvm() {}

    static List<String> command(Class<?> program) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return List.of(
                java,
                OPTIONS.get(0),
                OPTIONS.get(1),
                OPTIONS.get(2),
                OPTIONS.get(3),
                "-cp",
                classPath,
                program.getName());
    }

    static String options() {
        return String.join(" ", OPTIONS);
    }
}
