package dev.fermata.benchmarks.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million tasks on one loop run in a heap of two gigabytes. */
class MillionTasksTest {
    @Test
    @Timeout(300)
    void run_in_two_gigabytes() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        MillionTasks.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        long sum = (long) MillionTasks.TASKS * (MillionTasks.TASKS - 1) / 2;
        assertTrue(output.contains("sum " + sum), output);
        System.out.print(output);
    }
}
