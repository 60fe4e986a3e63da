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
     * Whether a test goes now this way, now that way without being woven.
     *
     * @param again runs of its class, not woven
     */
    static boolean isUnstable(Difference difference, List<TestRun> again) {
        for (TestRun run : again) {
            TestOutcome outcome = run.outcomes().get(difference.test());
            boolean same = difference.unwoven() == null
                    ? outcome == null
                    : difference.unwoven().isLike(outcome);
            if (!same) {
                return true;
            }
        }
        return false;
    }
}
