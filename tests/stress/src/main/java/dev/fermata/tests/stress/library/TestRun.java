package dev.fermata.tests.stress.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a JVM has told about the tests that it ran.
 *
 * @param outcomes how each test went, by its unique id
 * @param suspensions how often woven methods were suspended
 * @param complete whether the JVM came to the end
 * @param hanging what the threads were doing when the time was up; empty if it was not
 */
record TestRun(SortedMap<String, TestOutcome> outcomes, long suspensions, boolean complete, List<String> hanging) {

    /** Reads the file that the JVM has written; none if it could not even start. */
    static TestRun read(Path file) {
        try {
            return of(Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static TestRun of(List<String> lines) {
        SortedMap<String, TestOutcome> outcomes = new TreeMap<>();
        Map<String, String> keys = new HashMap<>();
        List<String> hanging = new ArrayList<>();
        long suspensions = 0;
        boolean complete = false;
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "started" -> {
                    String key = freeKey(fields[1], outcomes);
                    keys.put(fields[1], key);
                    outcomes.put(key, new TestOutcome(fields[2], TestOutcome.UNFINISHED, ""));
                }
                case "finished" -> {
                    String key = keys.containsKey(fields[1]) ? keys.remove(fields[1]) : freeKey(fields[1], outcomes);
                    outcomes.put(key, new TestOutcome(fields[2], fields[3], fields[4]));
                }
                case "suspensions" -> suspensions = Long.parseLong(fields[1]);
                case "hanging" -> hanging.add(fields[1]);
                case "end" -> complete = true;
                default -> throw new IllegalArgumentException("not a line of the tests' JVM: " + line);
            }
        }
        return new TestRun(outcomes, suspensions, complete, hanging);
    }

    /** Ids may hold identity hash codes of arguments; without those, two may be alike. */
    private static String freeKey(String id, Map<String, TestOutcome> taken) {
        String key = TestOutcome.withoutIdentities(id);
        for (int i = 2; taken.containsKey(key); i++) {
            key = TestOutcome.withoutIdentities(id) + " #" + i;
        }
        return key;
    }

    /** How many tests went so. */
    long count(String status) {
        return outcomes.values().stream().filter(each -> each.is(status)).count();
    }
}
