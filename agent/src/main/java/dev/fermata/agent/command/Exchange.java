package dev.fermata.agent.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A directory for one answer, which only the user of the other JVM can enter. If that JVM sees other files, as one in a
 * container does, it is in its {@code /tmp}; and if it cannot read the agent's jar, a copy lies there too.
 */
final class Exchange implements AutoCloseable {
    private static final String ANSWER = "answer";
    private static final String AGENT = "agent.jar";
    private static final String OWNER = "unix:uid";

    /** Far more than of a million tasks; what another JVM writes is no reason to run out of memory. */
    private static final int LONGEST_ANSWER = 256 << 20;

    /** As this process sees it. */
    private final HeldDirectory directory;

    /** Where it is for the other. */
    private final Path seen;

    private final Path jar;
    private boolean isClosed;

    private Exchange(HeldDirectory directory, Path seen, Path jar) {
        this.directory = directory;
        this.seen = seen;
        this.jar = jar;
    }

    static Exchange with(JvmProcess process) throws IOException {
        Path jar = ownJar();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        Path root = process.proc().resolve("root");
        Object owner = Files.exists(process.proc()) ? ownerOf(process.proc()) : null;
        boolean apart = seesOtherFiles(root, jar) || seesOtherFiles(root, temporary);
        Path directory = Files.createTempDirectory(apart ? temporaryIn(root) : temporary, "fermata-");
        Path seen = apart ? Path.of("/").resolve(root.relativize(directory)) : directory;
        boolean isForeign = owner != null && !owner.equals(ownerOf(directory));
        boolean needsJar = apart || isForeign;
        HeldDirectory held = HeldDirectory.of(directory);
        Exchange exchange = new Exchange(held, seen, needsJar ? seen.resolve(AGENT) : jar);
        // If the answer comes too late or never; File.deleteOnExit would follow a link in the place of the directory.
        Runtime.getRuntime().addShutdownHook(new Thread(exchange::close, "fermata-exchange"));
        if (isForeign && !held.isHeld()) {
            throw new IOException("this system lacks what it takes to share a directory with another user safely");
        }
        if (needsJar) {
            // The directory comes last: whoever has it could put something else in the place of what is in it.
            Files.copy(jar, directory.resolve(AGENT));
            handOver(directory.resolve(AGENT), owner);
            handOver(directory, owner);
        }
        return exchange;
    }

    /** The directory for temporary files below another root, where a link would lead out of it. */
    private static Path temporaryIn(Path root) throws IOException {
        Path temporary = root.resolve("tmp");
        if (!Files.isDirectory(temporary, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it sees other files than this command, and has no directory /tmp to exchange some");
        }
        return temporary;
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

    /** The id of a file's owner; not followed, because a link may lead to somebody else's. */
    private static Object ownerOf(Path file) throws IOException {
        return Files.getAttribute(file, OWNER, LinkOption.NOFOLLOW_LINKS);
    }

    /** Gives a file to another user, which only root gets this far with. */
    private static void handOver(Path file, Object owner) throws IOException {
        if (!owner.equals(ownerOf(file))) {
            Files.setAttribute(file, OWNER, owner, LinkOption.NOFOLLOW_LINKS);
        }
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
        try {
            return new String(directory.read(ANSWER, LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new IOException(
                    "the agent was let in but has left no answer; the stderr of the process may say why", missing);
        }
    }

    /** Removes what was put there, and nothing that others may have added: they could exchange it for a link meanwhile. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try (directory) {
            directory.delete(ANSWER);
            directory.delete(AGENT);
        } catch (IOException kept) {
            System.err.println("fermata: cannot remove the directory of the answer: " + kept);
        }
    }
}
