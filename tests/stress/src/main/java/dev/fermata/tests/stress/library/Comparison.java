package dev.fermata.tests.stress.library;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares runs of the same tests. */
final class Comparison {
    private Comparison() {}

    /** The tests that did not go the same way, in the order of their ids. */
    static List<Difference> between(TestRun unwoven, TestRun woven) {
        SortedSet<String> tests = new TreeSet<>(unwoven.outcomes().keySet());
        tests.addAll(woven.outcomes().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String test : tests) {
            TestOutcome before = unwoven.outcomes().get(test);
            TestOutcome after = woven.outcomes().get(test);
            if (before == null || !before.isLike(after)) {
                differences.add(new Difference(test, before, after));
            }
        }
        return differences;
    }

    /**
     * Whether a test goes, in any of some runs, another way than it first went unwoven. In unwoven runs that makes it
     * unstable; in woven ones, it makes the difference one that is seen again.
     *
     * @param again runs of the test
     */
    static boolean goesOtherwise(Difference difference, List<TestRun> again) {
        return again.stream().anyMatch(run -> {
            TestOutcome outcome = run.outcomes().get(difference.test());
            return difference.unwoven() == null
                    ? outcome != null
                    : !difference.unwoven().isLike(outcome);
        });
    }
}
