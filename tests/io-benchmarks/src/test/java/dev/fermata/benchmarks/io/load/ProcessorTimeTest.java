package dev.fermata.benchmarks.io.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProcessorTimeTest {
    @Test
    @Timeout(60)
    void grows_with_work() throws IOException {
        ProcessorTime before = ProcessorTime.of(ProcessHandle.current());
        ProcessorTime spent;
        do { // work
            spent = ProcessorTime.of(ProcessHandle.current()).since(before);
        } while (spent.total() < 0.1);
        assertTrue(!(spent.kernel() > spent.total()), spent.toString());
    }
}
