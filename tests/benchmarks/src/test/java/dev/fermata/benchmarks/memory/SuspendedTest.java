package dev.fermata.benchmarks.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import dev.fermata.benchmarks.jvm.FreshJvm;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspendedTest {
    @ParameterizedTest
    @EnumSource(Suspended.class)
    void a_generator_has_given_one_of_two_items(Suspended way) {
        Iterator<?> generator = (Iterator<?>) way.generator();
        assertTrue(generator.hasNext());
        generator.next();
        assertFalse(generator.hasNext());
    }

    @Test
    @SuppressWarnings("unchecked")
    void each_frame_of_a_chain_adds_its_depth() {
        Coroutine<Integer> chain = (Coroutine<Integer>) Suspended.FERMATA.chain(3);
        assertEquals(
                4 + 3 + 2 + 1,
                assertThrows(StopIteration.class, () -> chain.send(4)).value());
    }

    @Test
    void a_longer_chain_takes_more_memory() throws Exception {
        String said = FreshJvm.with("-Xmx512m").run(SuspendedThings.class, Suspended.FERMATA.name());
        assertTrue(
                Pattern.compile("(?m)^SuspendedGenerator: [1-9][0-9.]* bytes each$")
                        .matcher(said)
                        .find(),
                said);
        assertTrue(
                Pattern.compile("(?m)^SuspendedCoroutine: [1-9][0-9.]* bytes each$")
                        .matcher(said)
                        .find(),
                said);
    }
}
