package dev.fermata.agent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for one answer, which only the user of the other JVM can enter. If that JVM sees other files, as one in a
 * container does, it is in its {@code /tmp}; and if it cannot read the agent's jar, a copy lies there too.
 */
final class Exchange implements AutoCloseable {
    private static final String ANSWER = "answer";
    private static final String AGENT = "agent.jar";
    private static final String OWNER = "unix:uid";

    /** Where the directory is for this process. */
    private final Path directory;

    /** Where it is for the other. */
    private final Path seen;

    private final Path jar;

    private Exchange(Path directory, Path seen, Path jar) {
        this.directory = directory;
        this.seen = seen;
        this.jar = jar;
    }

    static Exchange with(JvmProcess process) throws IOException {
        Path jar = ownJar();
        Path root = process.proc().resolve("root");
        boolean apart = seesOtherFiles(root, jar);
        Path temporary = apart ? root.resolve("tmp") : Path.of(System.getProperty("java.io.tmpdir"));
        Path directory = Files.createTempDirectory(temporary, "fermata-").toAbsolutePath();
        directory.toFile().deleteOnExit(); // and what is in it, if the answer comes too late or never
        directory.resolve(AGENT).toFile().deleteOnExit();
        directory.resolve(ANSWER).toFile().deleteOnExit();
        Path seen = apart ? Path.of("/").resolve(root.relativize(directory)) : directory;
        boolean handedOver = handOver(directory, process.proc());
        if (apart || handedOver) {
            Files.copy(jar, directory.resolve(AGENT));
            handOver(directory.resolve(AGENT), process.proc());
            return new Exchange(directory, seen, seen.resolve(AGENT));
        }
        return new Exchange(directory, seen, jar);
    }

    private static Path ownJar() {
        try {
            return Path.of(Exchange.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** True if the file is not there for a process with this root directory. */
    private static boolean seesOtherFiles(Path root, Path file) {
        if (!Files.isDirectory(root)) {
            return false; // not Linux, or not to be known
        }
        try {
            return !Files.isSameFile(root.resolve(Path.of("/").relativize(file)), file);
        } catch (IOException missing) {
            return true;
        }
    }

    /** Gives a file to the user of the process; true if that is another one, which only root gets this far with. */
    private static boolean handOver(Path file, Path proc) throws IOException {
        if (!Files.isDirectory(proc)) {
            return false;
        }
        Object owner = Files.getAttribute(proc, OWNER);
        if (owner.equals(Files.getAttribute(file, OWNER))) {
            return false;
        }
        Files.setAttribute(file, OWNER, owner);
        return true;
    }

    /** The agent's jar, as the other JVM sees it. */
    String agentJar() {
        return jar.toString();
    }

    /** The file to write to, as the other JVM sees it. */
    String answerFile() {
        return seen.resolve(ANSWER).toString();
    }

    /** What the other JVM has written. */
    String answer() throws IOException {
        Path file = directory.resolve(ANSWER);
        if (!Files.exists(file)) {
            throw new IOException("the agent was let in but has left no answer; the stderr of the process may say why");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            throw new UncheckedIOException("cannot remove " + directory, kept);
        }
    }
}
