package dev.fermata.tests.speed;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Prints how many bytes an operation allocates, in the best of many runs: the first ones are interpreted. */
final class AllocatingLoop {
    private static final int TIMES = 20_000;
    private static final int RUNS = 100; // C2 has compiled everything by the tenth
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatingLoop() {}

    public static void main(String[] arguments) {
        Work work = Work.valueOf(arguments[0]);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            least = Math.min(least, allocatedBy(work));
        }
        System.out.println(least / (double) TIMES);
    }

    private static long allocatedBy(Work work) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        long sum = work.run(TIMES);
        long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
        if (sum != Work.sum(TIMES)) {
            throw new AssertionError(work + " gave " + sum);
        }
        return allocated;
    }
}
