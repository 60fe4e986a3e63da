package dev.fermata.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What programs that measure memory have in common. */
public final class Heap {
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /**
     * Collects garbage.
     *
     * @return bytes that are still in use
     */
    public static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * Prints a line that {@link MemoryRun} reads.
     *
     * @param what what was measured
     * @param bytes of heap for all
     * @param count how many there are
     */
    public static void print(String what, long bytes, int count) {
        System.out.printf(Locale.ROOT, "%s: %.1f bytes each%n", what, (double) bytes / count);
    }
}
