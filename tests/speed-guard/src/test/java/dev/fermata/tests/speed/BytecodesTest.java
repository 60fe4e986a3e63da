package dev.fermata.tests.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many bytecodes of ours an operation runs: exact, whatever the machine and the compiler do. */
class BytecodesTest {
    private static final int TIMES = 1000;
    private static final ClassLoader COUNTING = new CountingLoader();

    @ParameterizedTest
    @EnumSource
    void runs_no_more_bytecodes_than_before(Work work) throws ReflectiveOperationException {
        counted(work, TIMES); // loads and initialises
        Map<String, Long> once = counted(work, TIMES);
        Map<String, Long> twice = counted(work, 2 * TIMES);
        twice.replaceAll((method, count) -> count - once.getOrDefault(method, 0L));
        double perOperation = twice.values().stream().mapToLong(Long::longValue).sum() / (double) TIMES;
        assertTrue(
                perOperation > 0 && perOperation <= work.bytecodes(),
                () -> work + " runs " + perOperation + " bytecodes, of " + work.bytecodes() + " allowed:\n"
                        + table(twice));
    }

    private static Map<String, Long> counted(Work work, int times) throws ReflectiveOperationException {
        Class<?> copy = Class.forName(Work.class.getName(), true, COUNTING);
        Object constant = copy.getEnumConstants()[work.ordinal()];
        Method run = copy.getDeclaredMethod("run", int.class);
        run.setAccessible(true);
        Counter.take();
        assertEquals(Work.sum(times), run.invoke(constant, times));
        return Counter.take();
    }

    private static String table(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() / (double) TIMES + "  " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }
}
