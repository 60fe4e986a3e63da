package dev.fermata.tests.inspection;

import dev.fermata.tasks.Tasks;
import dev.fermata.tests.agent.Jvm;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JVM that runs one of the programs until it is closed. */
final class Target implements AutoCloseable {
    private final Process process;
    private final Path stderr;

    private Target(Process process, Path stderr) {
        this.process = process;
        this.stderr = stderr;
    }

    /** Starts a program and waits until it has printed that it is ready. */
    static Target running(Class<?> program, String... switches) throws IOException {
        return behind(List.of(), program, switches);
    }

    /** Starts it by way of other commands, which make their arguments their successor in the same process. */
    static Target behind(List<String> before, Class<?> program, String... switches) throws IOException {
        ProcessBuilder builder = new Jvm()
                .with(switches)
                .withClassPath(homeOf(Target.class), homeOf(Tasks.class))
                .builder(program.getName());
        builder.command().addAll(0, before);
        Path stderr = Files.createTempFile("fermata-", ".err");
        Process process = builder.redirectError(stderr.toFile()).start();
        Target target = new Target(process, stderr);
        String said = process.inputReader().readLine();
        if (!"ready".equals(said)) {
            String complaints = target.complaints();
            target.close();
            throw new AssertionError(program + " said " + said + "\n" + complaints);
        }
        return target;
    }

    static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String pid() {
        return Long.toString(process.pid());
    }

    /** What the JVM has said on stderr, without the warning of newer JDKs that an agent has come. */
    String complaints() throws IOException {
        StringBuilder lines = new StringBuilder();
        Files.readString(stderr)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    void assertAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("the JVM has ended with " + process.exitValue());
        }
    }

    /** Ends it at once. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.delete(stderr);
    }
}
