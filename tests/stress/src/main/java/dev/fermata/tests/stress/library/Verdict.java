package dev.fermata.tests.stress.library;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of running a library's tests unwoven and woven.
 *
 * @param library the woven library
 * @param unwoven the tests as they are
 * @param woven the same tests against the woven library
 * @param differences tests that weaving changed
 * @param unstable tests that differ, but do so without weaving, too, or did not do so again, or ran out of memory unwoven
 */
record Verdict(
        WovenLibrary library, TestRun unwoven, TestRun woven, List<Difference> differences, List<Difference> unstable) {
    /** Of the methods that could suspend, how many must have been woven. */
    private static final double ENOUGH = 0.9;

    /** The report has them all. */
    private static final int NAMED = 5;

    double share() {
        return library.weavable() == 0 ? 0 : (double) library.woven() / library.weavable();
    }

    /** What is wrong, in words; empty if nothing is. */
    List<String> complaints() {
        return Stream.of(
                        complaintIf(unwoven.outcomes().isEmpty(), "no test ran"),
                        complaintIf(unwoven.count(TestOutcome.SUCCESSFUL) == 0, "no test passed without weaving"),
                        complaintIf(!unwoven.complete(), "the unwoven tests did not come to an end"),
                        complaintIf(!woven.complete(), "the woven tests did not come to an end"),
                        complaintIf(woven.suspensions() == 0, "nothing was suspended"),
                        complaintIf(
                                !differences.isEmpty(), differences.size() + " tests differ: " + namesOf(differences)),
                        complaintIf(share() < ENOUGH, "less than 90 % of the methods were woven"))
                .flatMap(List::stream)
                .toList();
    }

    private static String namesOf(List<Difference> differences) {
        return differences.stream().limit(NAMED).map(Difference::describe).collect(Collectors.joining("\n"));
    }

    private static List<String> complaintIf(boolean wrong, String complaint) {
        return wrong ? List.of(complaint) : List.of();
    }
}
