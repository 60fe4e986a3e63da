package dev.fermata.tests.stress.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final TestRun PASSED = run("finished\tt\tA\tSUCCESSFUL\t");
    private static final TestRun FAILED = run("finished\tt\tA\tFAILED\tAssertionError: 1");

    @Test
    void runs_that_went_alike_do_not_differ() {
        assertEquals(List.of(), Comparison.between(FAILED, FAILED));
    }

    @Test
    void another_outcome_is_a_difference() {
        Difference difference = onlyDifference(PASSED, FAILED);
        assertEquals("t", difference.test());
        assertEquals("SUCCESSFUL", difference.unwoven().toString());
        assertEquals("FAILED: AssertionError: 1", difference.woven().toString());
    }

    @Test
    void another_failure_is_a_difference() {
        onlyDifference(FAILED, run("finished\tt\tA\tFAILED\tAssertionError: 2"));
    }

    @Test
    void a_test_that_only_one_run_knows_is_a_difference() {
        onlyDifference(PASSED, run());
        onlyDifference(run(), PASSED);
    }

    @Test
    void a_test_that_has_begun_only_is_a_difference() {
        assertTrue(onlyDifference(PASSED, run("started\tt\tA")).woven().is(TestOutcome.UNFINISHED));
    }

    @Test
    void identity_hash_codes_do_not_count() {
        assertEquals(
                List.of(),
                Comparison.between(
                        run("finished\t[a@1b2c3d4e]\tA\tFAILED\tgot b@1a2b3c4d"),
                        run("finished\t[a@5f6a7b8c]\tA\tFAILED\tgot b@99999999")));
    }

    @Test
    void ids_that_are_alike_without_hash_codes_are_counted() {
        TestRun run = run("finished\t[a@1b2c3d4e]\tA\tSUCCESSFUL\t", "finished\t[a@5f6a7b8c]\tA\tFAILED\t");
        assertEquals(2, run.outcomes().size());
    }

    @Test
    void tells_what_goes_otherwise_in_any_run_again() {
        Difference difference = onlyDifference(PASSED, FAILED);
        assertTrue(Comparison.goesOtherwise(difference, List.of(PASSED, FAILED, PASSED)));
        assertFalse(Comparison.goesOtherwise(difference, List.of(PASSED, PASSED)));
        assertTrue(Comparison.goesOtherwise(difference, List.of(run())));
        assertTrue(Comparison.goesOtherwise(onlyDifference(run(), FAILED), List.of(FAILED)));
        assertFalse(Comparison.goesOtherwise(onlyDifference(run(), FAILED), List.of(run())));
    }

    @Test
    void only_an_unwoven_test_may_run_out_of_memory() {
        TestRun full = run("finished\tt\tA\tFAILED\tjava.lang.OutOfMemoryError: Java heap space");
        assertTrue(onlyDifference(full, PASSED).isOfMemory());
        assertFalse(onlyDifference(PASSED, full).isOfMemory());
        assertFalse(onlyDifference(FAILED, full).isOfMemory());
        assertFalse(onlyDifference(run(), full).isOfMemory());
    }

    @Test
    void the_class_of_a_member_is_the_outer_one() {
        TestRun run = run("finished\tt\ta.B$C\tFAILED\t");
        assertEquals("a.B", onlyDifference(run(), run).className());
    }

    @Test
    void tells_how_the_run_ended() {
        TestRun run = TestRun.of(List.of("started\tt\tA", "hanging\tmain (RUNNABLE)", "hanging\t    at A.t"));
        assertFalse(run.complete());
        assertEquals(List.of("main (RUNNABLE)", "    at A.t"), run.hanging());
        assertEquals(7, TestRun.of(List.of("suspensions\t7", "end")).suspensions());
    }

    @Test
    void a_run_that_broke_off_is_one_with_its_rest() {
        TestRun begin = run("finished\ta\tA\tFAILED\t", "started\tb\tB$M", "suspensions\t3");
        assertTrue(begin.hasBrokenOff());
        assertEquals(Set.of("A", "B"), begin.classes());
        TestRun all = begin.and(run("finished\tc\tC\tSUCCESSFUL\t", "suspensions\t4", "end"));
        assertFalse(all.hasBrokenOff());
        assertEquals(3, all.outcomes().size());
        assertEquals(7, all.suspensions());
    }

    private static Difference onlyDifference(TestRun unwoven, TestRun woven) {
        List<Difference> differences = Comparison.between(unwoven, woven);
        assertEquals(1, differences.size());
        return differences.get(0);
    }

    private static TestRun run(String... lines) {
        return TestRun.of(List.of(lines));
    }
}
