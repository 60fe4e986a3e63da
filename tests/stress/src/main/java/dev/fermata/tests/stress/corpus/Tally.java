package dev.fermata.tests.stress.corpus;

import dev.fermata.tests.stress.weaving.StressResult;
import dev.fermata.tests.stress.weaving.StressResult.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what has been woven and keeps what has gone wrong. May be used by many threads at once. */
final class Tally {
    private static final int SHOWN_FAILURES = 20;

    private final long start = System.nanoTime();
    private final Map<Reason, Integer> leftAlone = new EnumMap<>(Reason.class);
    private final SortedMap<String, String> failures = new TreeMap<>();
    private final SortedMap<String, String> unverifiable = new TreeMap<>();
    private int classes;
    private int methods;
    private long suspensionPoints;

    synchronized void add(String className, StressResult result) {
        classes++;
        methods += result.woven().size();
        suspensionPoints += result.suspensionPoints();
        result.leftAlone().forEach((method, why) -> {
            leftAlone.merge(why.reason(), 1, Integer::sum);
            if (why.reason().isFailure()) {
                failures.put(className + " " + method, why.detail());
            }
        });
    }

    /** Something of ours that is broken. */
    synchronized void fail(String className, Object what) {
        failures.put(className, String.valueOf(what));
    }

    /** A class that does not even link as it came, so nothing can be said of it here. */
    synchronized void addUnverifiable(String className, Throwable why) {
        unverifiable.put(className, why.toString());
    }

    synchronized boolean hasFailures() {
        return !failures.isEmpty();
    }

    /** Prints the counts in one line, and the failures below. */
    synchronized void print(String what) {
        String woven = classes == 0
                ? ""
                : String.format(
                        "%,d classes, %,d methods, %,d suspension points, ", classes, methods, suspensionPoints);
        System.out.printf(
                "%s: %s%d failures, %.1f s%n", what, woven, failures.size(), (System.nanoTime() - start) / 1e9);
        leftAlone.forEach((reason, count) -> System.out.printf("    left alone: %,d %s%n", count, reason));
        if (!unverifiable.isEmpty()) {
            System.out.printf(
                    "    %,d classes do not link as they came, for want of others, such as %s (%s)%n",
                    unverifiable.size(), unverifiable.firstKey(), unverifiable.get(unverifiable.firstKey()));
        }
        failures.entrySet().stream()
                .limit(SHOWN_FAILURES)
                .forEach(failure -> System.out.println("    FAILED " + failure.getKey() + ": "
                        + failure.getValue().strip()));
    }
}
