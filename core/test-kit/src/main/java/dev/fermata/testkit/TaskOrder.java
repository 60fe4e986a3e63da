package dev.fermata.testkit;

import dev.fermata.loop.ReadyOrder;
import java.util.SplittableRandom;

/**
 * The order of tasks that are ready in the same turn, by arrival or as a seed has it. The same seed gives the same order for
 * the same program. Of one loop.
 */
public final class TaskOrder implements ReadyOrder {
    private final Long seed;
    private final SplittableRandom random;
    private long choices;
    private Runnable listener = () -> {};

    private TaskOrder(Long seed) {
        this.seed = seed;
        this.random = seed == null ? null : new SplittableRandom(seed);
    }

    /**
     * First come, first served, as loops run in earnest.
     *
     * @return the order
     */
    public static TaskOrder byArrival() {
        return new TaskOrder(null);
    }

    /**
     * An order that looks random.
     *
     * @param seed which
     * @return the order
     */
    public static TaskOrder ofSeed(long seed) {
        return new TaskOrder(seed);
    }

    /**
     * How often there was a choice: two or more tasks ready in one turn. If there was none, every other order is the same.
     *
     * @return the number so far
     */
    public long choices() {
        return choices;
    }

    @Override
    public int pick(int ready) {
        listener.run();
        if (ready > 1) {
            choices++;
        }
        return random == null ? 0 : random.nextInt(ready);
    }

    /** "by arrival", or "order seed 0x2a". */
    @Override
    public String toString() {
        return seed == null ? "by arrival" : "order seed " + hex(seed);
    }

    void onPick(Runnable told) {
        listener = told;
    }

    /**
     * Throws a failure, in an {@link OrderError} that names this order; by arrival, as it is.
     *
     * @param failure what happened in this order, not null
     * @param orders how many orders there were to be
     * @return never; typed so that it can stand in a {@code throw}
     */
    public RuntimeException failed(Throwable failure, int orders) {
        throw Sneaky.asIs(seed == null ? failure : new OrderError(seed, orders, failure));
    }

    static String hex(long seed) {
        return "0x" + Long.toHexString(seed);
    }
}
