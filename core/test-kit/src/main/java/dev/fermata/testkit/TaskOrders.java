package dev.fermata.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which orders a test is run in: first by arrival, then by seeds that follow a base. They are the same ones at each run,
 * unless system properties say otherwise:
 *
 * <ul>
 *   <li>{@code fermata.order.seed=0x2a}: this order alone
 *   <li>{@code fermata.order.seeds=10000}: so many, whatever the test says
 *   <li>{@code fermata.order.base=0x1000}: seeds from here; {@code random} for others each time
 * </ul>
 */
public final class TaskOrders {
    /** How many orders a test is run in if it does not say. */
    public static final int DEFAULT_COUNT = 100;

    static final String SEED = "fermata.order.seed";
    static final String COUNT = "fermata.order.seeds";
    static final String BASE = "fermata.order.base";

    private TaskOrders() {}

    /**
     * Chooses orders.
     *
     * @param count how many if nothing else is said, at least 1
     * @return fresh orders
     * @throws IllegalArgumentException if there would be none, or a property is no number
     */
    public static List<TaskOrder> choose(int count) {
        String only = System.getProperty(SEED);
        if (only != null) {
            return List.of(TaskOrder.ofSeed(number(SEED, only)));
        }
        String asked = System.getProperty(COUNT);
        long wanted = asked == null ? count : number(COUNT, asked);
        if (wanted < 1) {
            throw new IllegalArgumentException("a test is run in one order at least, not in " + wanted);
        }
        String from = System.getProperty(BASE, "0");
        long base = from.equals("random") ? new SplittableRandom().nextLong() : number(BASE, from);
        List<TaskOrder> orders = new ArrayList<>();
        orders.add(TaskOrder.byArrival());
        for (long i = 1; i < wanted; i++) {
            orders.add(TaskOrder.ofSeed(base + i));
        }
        return orders;
    }

    private static long number(String property, String text) {
        try {
            return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + property + "=" + text + " is no number", e);
        }
    }
}
