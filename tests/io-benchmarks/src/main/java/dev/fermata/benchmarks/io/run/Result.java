package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.io.load.ProcessorTime;
import dev.fermata.benchmarks.report.Figure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One server at one work with one number of connections: the medians of its rounds. Times are in microseconds.
 *
 * @param work the title of the work
 * @param connections how many
 * @param variant the server
 * @param perSecond answers in a second
 * @param error half of the distance between the rounds with the fewest and the most answers, or null if there was one round
 * @param p50 half of the answers came within
 * @param p99 all but one in a hundred
 * @param p999 all but one in a thousand
 * @param serverMicros what an answer took of the server's processor
 * @param kernelMicros what of it was the kernel's work
 * @param serverBusy what part of the time the server's process had a processor
 * @param clientBusy what part the client's had
 * @param errors broken connections, wrong answers, and none, in all rounds
 */
record Result(
        String work,
        int connections,
        String variant,
        double perSecond,
        Double error,
        double p50,
        double p99,
        double p999,
        double serverMicros,
        double kernelMicros,
        double serverBusy,
        double clientBusy,
        long errors) {
    /** Who is so busy is what limits the other. */
    private static final double BUSY = 0.95;

    private static final double MICROS = 1e6;

    /** The place of a result in the page. */
    record Place(String work, int connections) {
        @Override
        public String toString() {
            return work + ", " + connections + (connections == 1 ? " connection" : " connections");
        }
    }

    private record Key(Place place, String variant) {}

    /** By place, in the order of the works and of the connections; within a place, the most answers first. */
    static Map<Place, List<Result>> byPlace(List<Trial> trials) {
        Map<Key, List<Trial>> rounds = trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> new Key(new Place(trial.work(), trial.sample().connections()), trial.variant()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<Place, List<Result>> places = rounds.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Result::perSecond).reversed())
                .collect(Collectors.groupingBy(Result::place, Collectors.toList()));
        return places.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Place, ?> entry) ->
                                workNumber(entry.getKey().work()))
                        .thenComparing(entry -> entry.getKey().connections()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static int workNumber(String title) {
        return Work.ALL.stream().map(Work::title).toList().indexOf(title);
    }

    private static Result of(Key key, List<Trial> rounds) {
        double[] perSecond =
                rounds.stream().mapToDouble(Result::throughput).sorted().toArray();
        return new Result(
                key.place.work,
                key.place.connections,
                key.variant,
                median(perSecond),
                rounds.size() == 1 ? null : (perSecond[perSecond.length - 1] - perSecond[0]) / 2,
                median(rounds, trial -> trial.sample().measurement().p50()),
                median(rounds, trial -> trial.sample().measurement().p99()),
                median(rounds, trial -> trial.sample().measurement().p999()),
                median(rounds, trial -> micros(trial, trial.sample().server().total())),
                median(rounds, trial -> micros(trial, trial.sample().server().kernel())),
                median(rounds, trial -> part(trial, trial.sample().server())),
                median(rounds, trial -> part(trial, trial.sample().client())),
                rounds.stream()
                        .mapToLong(trial -> trial.sample().measurement().errors())
                        .sum());
    }

    private static double micros(Trial trial, double seconds) {
        return seconds * MICROS / trial.sample().measurement().answers();
    }

    private static double part(Trial trial, ProcessorTime time) {
        return time.total() / trial.sample().measurement().seconds();
    }

    private static double throughput(Trial trial) {
        return trial.sample().measurement().answers()
                / trial.sample().measurement().seconds();
    }

    private static double median(List<Trial> rounds, ToDoubleFunction<Trial> number) {
        return median(rounds.stream().mapToDouble(number).sorted().toArray());
    }

    private static double median(double[] sorted) {
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }

    Place place() {
        return new Place(work, connections);
    }

    /** How many times the answers of another. */
    double timesAnswersOf(Result other) {
        return perSecond / other.perSecond;
    }

    /** How many times the answers of another that each second of the server's processor gives. */
    double timesAnswersByProcessorOf(Result other) {
        return other.serverMicros / serverMicros;
    }

    /** If not, the client was the limit, or something else on the machine. */
    boolean isAtItsLimit() {
        return serverBusy > BUSY;
    }

    boolean isLimitedByClient() {
        return clientBusy > BUSY;
    }

    /** As a cost: the time from one answer to the next. */
    Figure figure() {
        double micros = MICROS / perSecond;
        return Figure.of(
                place().toString(), variant, "µs", micros, error == null ? null : micros * error / perSecond, null);
    }
}
