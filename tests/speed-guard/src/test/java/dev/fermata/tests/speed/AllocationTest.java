package dev.fermata.tests.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operation allocates once C2 has compiled it. */
class AllocationTest {
    private static final int TIMES = 20_000;
    private static final int RUNS = 1000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource
    void allocates_no_more_than_before(Work work) {
        long least = Long.MAX_VALUE; // a run may meet the interpreter, or code that waits for its compilation
        for (int i = 0; i < RUNS; i++) {
            least = Math.min(least, allocatedBy(work));
        }
        double perOperation = least / (double) TIMES;
        assertTrue(
                perOperation <= work.bytes(),
                work + " allocates " + perOperation + " bytes, of " + work.bytes() + " allowed");
    }

    private static long allocatedBy(Work work) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        long sum = work.run(TIMES);
        long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
        assertEquals(TIMES * (TIMES - 1L) / 2, sum);
        return allocated;
    }
}
