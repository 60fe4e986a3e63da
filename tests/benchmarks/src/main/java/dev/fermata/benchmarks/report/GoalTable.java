package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.report.Goal.Outcome;
import java.util.List;

/** The goals as a table of Markdown. */
final class GoalTable {
    private GoalTable() {}

    static String of(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder("""
                | goal | work | bound | figure | ± | |
                | --- | --- | ---: | ---: | ---: | --- |
                """);
        outcomes.forEach(outcome -> table.append(row(outcome)));
        return table.toString();
    }

    private static String row(Outcome outcome) {
        return "| " + outcome.goal().text() + " | " + (outcome.work() == null ? "" : outcome.work()) + " | "
                + outcome.goal().relation().sign() + " " + Numbers.text(outcome.bound()) + " | "
                + Numbers.text(outcome.figure()) + " | " + (outcome.error() == 0 ? "" : Numbers.text(outcome.error()))
                + " | " + verdict(outcome) + " |\n";
    }

    private static String verdict(Outcome outcome) {
        if (outcome.figure() == null) {
            return "not measured";
        }
        return (outcome.isMet() ? "met" : "**missed**") + (outcome.isClear() ? "" : ", within the error");
    }
}
