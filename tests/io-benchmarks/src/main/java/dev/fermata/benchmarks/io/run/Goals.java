package dev.fermata.benchmarks.io.run;

import static dev.fermata.benchmarks.report.Numbers.text;

import dev.fermata.benchmarks.report.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is expected of Fermata's throughput, and what became of it, as a table of Markdown. Where the client is the limit of
 * either, answers by processor time are compared.
 */
final class Goals {
    /** All in Java, with one event-loop thread, as Fermata. */
    static final String NETTY = "netty";

    private static final List<Goal> ALL = List.of(
            new Goal("× Netty", NETTY, 1),
            new Goal("× virtual threads", "virtualThreads", 1),
            new Goal("× asyncio's streams", "asyncioStreams", 10));

    private record Goal(String text, String peer, double bound) {}

    private Goals() {}

    static String in(Map<Result.Place, List<Result>> places) {
        StringBuilder table = new StringBuilder("""
                | goal | work | bound | figure | |
                | --- | --- | ---: | ---: | --- |
                """);
        for (Goal goal : ALL) {
            places.forEach((place, results) -> table.append(row(goal, place, results)));
        }
        return table.toString();
    }

    private static String row(Goal goal, Result.Place place, List<Result> results) {
        Optional<Result> ours = first(results, Figure.FERMATA);
        Optional<Result> theirs = named(results, goal.peer);
        String outcome =
                ours.isPresent() && theirs.isPresent() ? outcome(goal, ours.get(), theirs.get()) : " |  | not measured";
        return "| " + goal.text + " | " + place + " | ≥ " + text(goal.bound) + outcome + " |\n";
    }

    private static String outcome(Goal goal, Result ours, Result theirs) {
        boolean isByProcessor = ours.isLimitedByClient() || theirs.isLimitedByClient();
        double ratio = isByProcessor ? ours.timesAnswersByProcessorOf(theirs) : ours.timesAnswersOf(theirs);
        return " | " + text(ratio) + " | " + (ratio >= goal.bound ? "met" : "**missed**")
                + (isByProcessor ? ", by processor time" : "");
    }

    /** The best: results come with the most answers first. */
    private static Optional<Result> first(List<Result> results, String beginning) {
        return results.stream()
                .filter(result -> result.variant().startsWith(beginning))
                .findFirst();
    }

    private static Optional<Result> named(List<Result> results, String variant) {
        return results.stream()
                .filter(result -> result.variant().equals(variant))
                .findFirst();
    }
}
