package dev.fermata.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * Where and when a run was made.
 *
 * @param date the day it ended, in UTC
 * @param jdk version and vendor
 * @param feature the version's first number
 * @param system operating system and architecture
 * @param cpu the processor's own name, or {@code "unknown"}
 * @param cores how many processors the JVM may use
 */
public record Environment(String date, String jdk, int feature, String system, String cpu, int cores) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /**
     * This machine, today.
     *
     * @return what can be found out
     * @throws IOException if a file of the system cannot be read
     */
    public static Environment here() throws IOException {
        return new Environment(
                LocalDate.now(ZoneOffset.UTC).toString(),
                System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"),
                Runtime.version().feature(),
                System.getProperty("os.name") + ", " + System.getProperty("os.arch"),
                cpuName(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Only Linux tells it in a file. */
    private static String cpuName() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
