package dev.fermata.tests.speed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operation allocates once C2 has compiled it. */
class AllocationTest {
    @ParameterizedTest
    @EnumSource
    void allocates_no_more_than_before(Work work) throws IOException, InterruptedException {
        List<String> said = Fork.run(AllocatingLoop.class, work);
        double perOperation = Double.parseDouble(said.get(said.size() - 1));
        assertTrue(
                perOperation <= work.bytes(),
                () -> work + " allocates " + perOperation + " bytes, of " + work.bytes() + " allowed");
    }
}
