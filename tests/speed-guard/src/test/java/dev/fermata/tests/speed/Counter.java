package dev.fermata.tests.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Executed bytecodes by method. Counting code calls it; one thread at a time. */
public final class Counter {
    private static final List<String> METHODS = new ArrayList<>();
    private static long[] counts = new long[1 << 14];

    private Counter() {}

    static int register(String method) {
        METHODS.add(method);
        return METHODS.size() - 1;
    }

    /**
     * Counts a basic block that is entered.
     *
     * @param method the number of its method
     * @param bytecodes how many instructions it has
     */
    public static void count(int method, int bytecodes) {
        counts[method] += bytecodes;
    }

    /** What has been counted since the last call, by method. */
    static Map<String, Long> take() {
        Map<String, Long> taken = new TreeMap<>();
        for (int i = 0; i < METHODS.size(); i++) {
            if (counts[i] > 0) {
                taken.merge(METHODS.get(i), counts[i], Long::sum);
            }
        }
        counts = new long[counts.length];
        return taken;
    }
}
