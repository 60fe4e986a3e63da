package dev.fermata.testkit;

/** Says in which order of its tasks a test failed; the cause is how. */
public final class OrderError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final long seed;

    OrderError(long seed, int runs, Throwable failure) {
        super(message(seed, runs, failure), failure);
        this.seed = seed;
    }

    /**
     * Which order it was.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    private static String message(long seed, int runs, Throwable failure) {
        String text = TaskOrder.hex(seed);
        String literal = seed == (int) seed && seed >= 0 ? text : text + "L";
        return "order seed " + text + " of " + runs + ": replay with @LoopTest(seed = " + literal + ") or -D"
                + TaskOrders.SEED + "=" + text + ": " + failure;
    }
}
