package dev.fermata.benchmarks.report;

import java.util.List;

/** Results that nobody has measured. */
final class Reports {
    private Reports() {}

    static Report on(int feature, Figure... figures) {
        return Report.of(
                "full",
                new Environment("2026-01-01", feature + ".0.1, Somebody", feature, "Linux, amd64", "a processor", 2),
                Settings.of(false),
                Settings.forWeaving(false),
                List.of(figures),
                List.of(new LeftOut("kilim", "all", "does not run")));
    }

    static Figure nanos(String work, String variant, double value, double error) {
        return Figure.of(work, variant, "ns", value, error, 16.0);
    }

    static Report small() {
        return on(
                25,
                nanos("FlatGenerator", "kotlinSequence", 10, 1),
                nanos("FlatGenerator", "fermataIterable", 1, 0.1),
                nanos("FlatGenerator", "fermataGenerator", 2, 3),
                nanos("FlatGenerator", "handWritten", 0.5, 0.01),
                Figure.of("SpawnAndJoin", "kotlin", "ns", 100, null, null),
                nanos("Unheard, of 3", "fermata", 7, Double.NaN));
    }
}
