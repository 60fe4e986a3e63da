package dev.fermata.tests.loop.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of the same version that runs {@link Kitchen}, and what it has said. */
record SecondJvm(int exit, String said) {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    static List<Path> classPath() {
        List<Path> entries = new ArrayList<>();
        for (String entry : CLASS_PATH.split(java.io.File.pathSeparator)) {
            entries.add(Path.of(entry));
        }
        return entries;
    }

    static SecondJvm run(String... switches) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(switches));
        command.addAll(List.of("-classpath", CLASS_PATH, Kitchen.class.getName()));
        return runBare(command);
    }

    /** With nothing on any path. */
    static SecondJvm runBare(List<String> switches) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(switches);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return new SecondJvm(process.exitValue(), said);
    }
}
