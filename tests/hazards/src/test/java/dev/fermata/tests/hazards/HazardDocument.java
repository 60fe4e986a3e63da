package dev.fermata.tests.hazards;

import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code docs/hazards.md}. It is made only when nothing is missing, so an outcome here is one that has passed. */
final class HazardDocument {
    private static final String HEAD = """
            # Hazards

            What is known to break bytecode coroutines, and the tests that show that it does not break Fermata. A name alone
            is a JUnit class or method; a *target* is a method of `tests/validation/src/test/targets`, compiled by several
            compilers and run suspended and unsuspended; a *project* is one of `maven-plugin/src/it`.

            This page is written by `mvn verify -Dhazards.update=yes` from the reports of the build, and every other build
            compares it with its own reports.

            | id | hazard | guarded by | outcome |
            | --- | --- | --- | --- |
            """;

    private HazardDocument() {}

    static String of(Ledger ledger) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Hazard hazard : ledger.hazards()) {
            String reason = ledger.reason(hazard);
            List<Evidence> tests = ledger.evidence(hazard);
            text.append("| ")
                    .append(hazard.id())
                    .append(" | ")
                    .append(hazard.title())
                    .append(" | ");
            text.append(reason == null ? names(tests) : reason).append(" | ");
            text.append(reason == null ? outcome(tests) : "does not apply").append(" |\n");
        }
        return text.toString();
    }

    private static String names(List<Evidence> tests) {
        return tests.stream().map(test -> "`" + test.test() + "`").distinct().collect(Collectors.joining(", "));
    }

    private static String outcome(List<Evidence> tests) {
        int since = tests.stream().mapToInt(Evidence::since).min().orElse(Evidence.OLDEST_JDK);
        return since > Evidence.OLDEST_JDK ? "passed on JDK " + since + " and later" : "passed";
    }
}
