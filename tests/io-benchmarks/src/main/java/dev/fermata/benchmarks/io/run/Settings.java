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
    /** One comes last: it does so little that it would not warm anything up. */
    static final String ALL_CONNECTIONS = "100,1000,1";

    /** On one processor, which it shares with the server, the compiler takes long. */
    private static final int WARM_UP = 12_000;

    static Settings of(boolean quick, String connections) {
        List<Integer> numbers =
                Arrays.stream(connections.split(",")).map(Integer::valueOf).toList();
        return quick ? new Settings(1, WARM_UP / 2, 500, 1500, numbers) : new Settings(3, WARM_UP, 800, 2000, numbers);
    }

    Settings withRounds(int number) {
        return new Settings(number, warmUpMillis, settleMillis, measureMillis, connections);
    }
}
