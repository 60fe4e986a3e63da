package dev.fermata.tests.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.random.grammar.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short run; {@link Soak} is the long one. */
class RandomProgramsTest {
    private static final long SEED = 20_170_908;
    private static final int METHODS = 400;

    @Test
    @Tag("A14")
    void woven_methods_do_what_they_do_blocking() {
        Campaign campaign = new Campaign(SEED, METHODS, Path.of("target", "failures"));
        campaign.run();
        System.out.println("random programs: seed " + SEED + ": " + campaign.tally());
        assertEquals(List.of(), campaign.findings());
        long leftOut = campaign.tally().compilersFaults();
        assertEquals(METHODS, campaign.tally().methods() + leftOut);
        assertTrue(
                leftOut * 10 < METHODS,
                () -> campaign.tally().examplesOfCompilersFaults().toString());
    }

    @Test
    void a_seed_gives_the_same_programs_each_time() {
        for (int number = 0; number < 50; number++) {
            assertEquals(
                    Program.grow(SEED, number).source(),
                    Program.grow(SEED, number).source());
        }
    }
}
