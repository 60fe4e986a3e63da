package dev.fermata.benchmarks.io.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long a process has had a processor, in seconds, to a hundredth.
 *
 * @param total all of it; not a number if the system does not tell
 * @param kernel what of it the kernel has worked for the process; not a number if the system does not tell
 */
public record ProcessorTime(double total, double kernel) {
    private static final double TICKS_PER_SECOND = 100;

    /** Where user time stands in Linux's file, after the name, in which anything may stand. */
    private static final int USER = 11;

    static ProcessorTime of(ProcessHandle process) throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (Files.isReadable(file)) {
            String line = Files.readString(file);
            String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double kernel = Long.parseLong(words[USER + 1]) / TICKS_PER_SECOND;
            return new ProcessorTime(Long.parseLong(words[USER]) / TICKS_PER_SECOND + kernel, kernel);
        }
        double total = process.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1000.0)
                .orElse(Double.NaN);
        return new ProcessorTime(total, Double.NaN);
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(total - before.total, kernel - before.kernel);
    }
}
