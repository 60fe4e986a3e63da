package dev.fermata.examples.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that runs beside the test, until the test ends it. */
public final class RunningProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private RunningProgram(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * Starts a program; its output and errors are one stream.
     *
     * @param command the program and its arguments
     * @return the program, started
     */
    public static RunningProgram start(List<String> command) {
        try {
            return new RunningProgram(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts an example as its reader does.
     *
     * @param example has the {@code main}
     * @param arguments what it is given
     * @return the example, started
     */
    public static RunningProgram start(Class<?> example, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                example.getName()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    /**
     * Reads what it prints, up to a line that is waited for.
     *
     * @param pattern occurs in that line
     * @return the match
     * @throws AssertionError if the program ends before, with all that it has printed
     */
    public MatchResult awaitLine(String pattern) {
        StringBuilder printed = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher matcher = Pattern.compile(pattern).matcher(line);
                if (matcher.find()) {
                    return matcher;
                }
                printed.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("ended without a line with " + pattern + ":\n" + printed);
    }

    /**
     * Asks it to end, and waits for that.
     *
     * @return its exit code
     * @throws InterruptedException if the thread is interrupted
     */
    public int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** Asks it to end, and ends it if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
