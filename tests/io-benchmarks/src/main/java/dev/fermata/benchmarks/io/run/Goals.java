package dev.fermata.benchmarks.io.run;

import static dev.fermata.benchmarks.report.Numbers.text;

import dev.fermata.benchmarks.report.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is expected of Fermata's throughput, and what became of it, as a table of Markdown. Where one of two servers was not at
 * its limit, although it had more than one connection, answers by processor time are compared.
 */
final class Goals {
    /** All in Java, with one event-loop thread, as Fermata. */
    static final String NETTY = "netty";

    /** What nobody who makes the same system calls can do much better than. */
    static final String FLOOR = "handWritten";

    private static final List<Goal> ALL = List.of(
            new Goal("× Netty", NETTY, 1),
            new Goal("× virtual threads", "virtualThreads", 1),
            new Goal("× asyncio's streams", "asyncioStreams", 10));

    private record Goal(String text, String peer, double bound) {}

    private Goals() {}

    static String in(Map<Result.Place, List<Result>> places) {
        StringBuilder table = new StringBuilder("""
                | goal | work | bound | figure | the floor's | |
                | --- | --- | ---: | ---: | ---: | --- |
                """);
        for (Goal goal : ALL) {
            places.forEach((place, results) -> table.append(row(goal, place, results)));
        }
        return table.toString();
    }

    private static String row(Goal goal, Result.Place place, List<Result> results) {
        Optional<Result> theirs = named(results, goal.peer);
        Optional<Result> ours = first(results, Figure.FERMATA);
        OptionalDouble ratio = times(ours, theirs);
        return String.join(
                " | ",
                "| " + goal.text,
                place.toString(),
                "≥ " + text(goal.bound),
                textOf(ratio),
                textOf(times(named(results, FLOOR), theirs)),
                ratio.isEmpty()
                        ? "not measured |\n"
                        : verdict(goal, ratio.getAsDouble(), isByProcessor(ours.orElseThrow(), theirs.orElseThrow())));
    }

    private static String verdict(Goal goal, double ratio, boolean isByProcessor) {
        return (ratio >= goal.bound ? "met" : "**missed**") + (isByProcessor ? ", by processor time |\n" : " |\n");
    }

    private static String textOf(OptionalDouble ratio) {
        return ratio.isPresent() ? text(ratio.getAsDouble()) : "";
    }

    private static OptionalDouble times(Optional<Result> one, Optional<Result> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                isByProcessor(one.get(), other.get())
                        ? one.get().timesAnswersByProcessorOf(other.get())
                        : one.get().timesAnswersOf(other.get()));
    }

    private static boolean isByProcessor(Result one, Result other) {
        return one.connections() > 1 && !(one.isAtItsLimit() && other.isAtItsLimit());
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
