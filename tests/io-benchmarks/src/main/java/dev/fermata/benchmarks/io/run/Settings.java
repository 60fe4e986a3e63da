package dev.fermata.benchmarks.io.run;

import java.util.Arrays;
import java.util.List;

/**
 * How long is measured.
 *
 * @param rounds how many new pairs of processes for each server and work
 * @param warmUpMillis before the first number of connections
 * @param settleMillis before each number of connections
 * @param measureMillis for each number of connections
 * @param connections the numbers of connections
 */
record Settings(int rounds, int warmUpMillis, int settleMillis, int measureMillis, List<Integer> connections) {
    static Settings of(boolean quick, String connections) {
        List<Integer> numbers =
                Arrays.stream(connections.split(",")).map(Integer::valueOf).toList();
        return quick ? new Settings(1, 6000, 500, 2000, numbers) : new Settings(3, 8000, 1000, 3000, numbers);
    }
}
