package dev.fermata.tests.random.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand mutants of good class files, the same ones each time. Jazzer makes others, for as long as it is let. */
@Tag("A14")
@Tag("J8")
class MutatedClassFilesTest {
    private static final int MUTANTS = Integer.getInteger("mutants", 500);
    private static final long SEED = Long.getLong("seed", 3);

    private static List<byte[]> seeds;

    @BeforeAll
    static void collect_seeds() {
        seeds = Seeds.all().stream().filter(Weaver::mentionsFermata).toList();
        assertTrue(seeds.size() > 50, "only " + seeds.size());
    }

    @Test
    void class_files_with_changed_bytes_are_answered() {
        Random random = new Random(SEED);
        ByteMutator mutator = new ByteMutator(random, seeds);
        check(random, mutator::mutate);
    }

    @Test
    void class_files_with_code_that_makes_no_sense_are_answered() {
        Random random = new Random(SEED);
        TreeMutator mutator = new TreeMutator(random);
        check(random, mutator::mutate);
    }

    private static void check(Random random, UnaryOperator<byte[]> mutator) {
        SortedMap<String, Integer> failures = new TreeMap<>();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutator.apply(seeds.get(random.nextInt(seeds.size())));
            try {
                WeaveResult result = FuzzTarget.weave(mutant);
                assertTrue(result != null);
            } catch (RuntimeException | Error e) {
                failures.merge(shortened(e), 1, Integer::sum);
            }
        }
        assertEquals(new TreeMap<>(), failures);
    }

    private static String shortened(Throwable failure) {
        String text = failure + (failure.getStackTrace().length > 0 ? " at " + failure.getStackTrace()[0] : "");
        return text.substring(0, Math.min(text.length(), 1500));
    }
}
