package dev.fermata.benchmarks.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of the same release as this one.
 *
 * @param options its own options
 * @param classPath where it finds its classes
 */
public record FreshJvm(List<String> options, String classPath) {
    private static final List<String> OPTIONS_OF_OTHERS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /**
     * One with the class path of this JVM.
     *
     * @param options its own options
     * @return a JVM, to be started
     */
    public static FreshJvm with(String... options) {
        return new FreshJvm(List.of(options), System.getProperty("java.class.path"));
    }

    /**
     * Runs a program to its end. What it says about errors is shown.
     *
     * @param program its main class
     * @param arguments what it is given
     * @return what it has printed otherwise
     * @throws IOException if the JVM cannot be started
     * @throws InterruptedException if this thread is, while it waits
     * @throws IllegalStateException if the program ends with anything but 0
     */
    public String run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath, program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(OPTIONS_OF_OTHERS);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    program.getSimpleName() + List.of(arguments) + " ended with " + exit + " and said: " + said);
        }
        return said;
    }
}
