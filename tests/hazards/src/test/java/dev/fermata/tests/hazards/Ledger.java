package dev.fermata.tests.hazards;

import dev.fermata.tests.hazards.Evidence.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that is known of every hazard: its tests, or why it needs none. */
final class Ledger {
    private final List<Hazard> hazards = Hazard.all();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Map<String, List<Evidence>> evidence = new TreeMap<>();
    private final List<String> missingReports = new ArrayList<>();

    Ledger(Build build) throws IOException {
        Table.rows("not-applicable.tsv").forEach(row -> reasons.put(row.get(0), row.get(1)));
        for (Path module : build.modules()) {
            readTests(module, build);
            InvokerProjects.in(module, build).forEach(this::add);
            ValidationTargets.in(module, build).forEach(this::add);
        }
    }

    private void readTests(Path module, Build build) throws IOException {
        TestReports reports = TestReports.of(module, build);
        List<TaggedTests.Tagged> tagged = TaggedTests.in(module);
        boolean isCompiled =
                !Files.exists(module.resolve("src/test/java")) || Files.exists(module.resolve("target/test-classes"));
        if (!isCompiled || !tagged.isEmpty() && reports.isEmpty()) {
            missingReports.add(build.root().relativize(module).toString());
        }
        for (TaggedTests.Tagged test : tagged) {
            add(new Evidence(test.hazard(), test.displayName(), reports.of(test), Evidence.OLDEST_JDK));
        }
    }

    private void add(Evidence found) {
        evidence.computeIfAbsent(found.hazard(), id -> new ArrayList<>()).add(found);
    }

    List<Hazard> hazards() {
        return hazards;
    }

    /** Why a hazard needs no test; null if it does. */
    String reason(Hazard hazard) {
        return reasons.get(hazard.id());
    }

    /** The tests of a hazard, in the order of the modules. */
    List<Evidence> evidence(Hazard hazard) {
        return evidence.getOrDefault(hazard.id(), List.of());
    }

    /** Modules whose tests have not run in this build; unless there are none, nothing can be said. */
    List<String> missingReports() {
        return missingReports;
    }

    /** What is wrong with the lists themselves. */
    List<String> contradictions() {
        List<String> found = new ArrayList<>();
        List<String> known = hazards.stream().map(Hazard::id).toList();
        if (known.stream().distinct().count() != known.size()) {
            found.add("hazards.tsv has an id twice");
        }
        evidence.forEach((id, tests) -> {
            if (!known.contains(id)) {
                found.add("unknown id " + id + " on " + tests.get(0).test());
            }
        });
        reasons.forEach((id, reason) -> {
            if (!known.contains(id)) {
                found.add("unknown id " + id + " in not-applicable.tsv");
            }
            if (evidence.containsKey(id)) {
                found.add(id + " does not apply, but " + evidence.get(id).get(0).test() + " tests it");
            }
        });
        return found;
    }

    /** Hazards that nothing has shown to be met, and tests that have not passed. */
    List<String> gaps() {
        List<String> found = new ArrayList<>();
        for (Hazard hazard : hazards) {
            List<Evidence> tests = evidence(hazard);
            if (tests.isEmpty() && reason(hazard) == null) {
                found.add(hazard.id() + " (" + hazard.title() + ") has neither a test nor a reason to have none");
            }
            List<Evidence> due = tests.stream().filter(Evidence::isForThisJdk).toList();
            for (Evidence test : due) {
                if (test.outcome() == Outcome.FAILED || test.outcome() == Outcome.NOT_RUN) {
                    found.add(hazard.id() + ": " + test.test() + " " + test.outcome());
                }
            }
            if (!due.isEmpty() && due.stream().allMatch(test -> test.outcome() == Outcome.SKIPPED)) {
                found.add(hazard.id() + ": every test has been skipped");
            }
        }
        return found;
    }
}
