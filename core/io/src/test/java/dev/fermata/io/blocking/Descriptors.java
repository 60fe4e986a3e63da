package dev.fermata.io.blocking;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The descriptors that this JVM holds, to be counted before and after. */
public final class Descriptors {
    private static final Path DIRECTORY = Path.of("/proc/self/fd");
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final long before;

    private Descriptors(long before) {
        this.before = before;
    }

    /** Counts all but those that the JDK opens when it pleases and keeps. */
    public static Descriptors count() {
        assumeTrue(Files.isDirectory(DIRECTORY), "descriptors are counted in /proc/self/fd, which is Linux's");
        return new Descriptors(list().size());
    }

    /** Waits until there are no more than before; threads that close them may still be about it. */
    public void assertNoneLeft() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (list().size() > before) {
            if (System.nanoTime() - end > 0) {
                fail("there were " + before + " descriptors, and now there are " + list());
            }
            Thread.onSpinWait();
        }
    }

    private static Map<String, String> list() {
        Map<String, String> open = new TreeMap<>();
        try (Stream<Path> all = Files.list(DIRECTORY)) {
            for (Path one : all.toList()) {
                String target = target(one);
                if (!target.endsWith(".jar") && !target.endsWith("random") && !target.endsWith("fd")) {
                    open.put(one.getFileName().toString(), target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closed) {
            return "fd"; // the one of the listing itself, or closed meanwhile
        }
    }
}
