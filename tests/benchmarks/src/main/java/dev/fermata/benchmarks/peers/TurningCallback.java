package dev.fermata.benchmarks.peers;

/** Leaves itself with the queue again and again. */
public final class TurningCallback implements Runnable {
    private final CallbackQueue queue;
    private final int turns;
    private int next;
    private long sum;

    /**
     * Makes one.
     *
     * @param queue where to leave it
     * @param turns how often
     */
    public TurningCallback(CallbackQueue queue, int turns) {
        this.queue = queue;
        this.turns = turns;
    }

    /**
     * What the turns have added up to.
     *
     * @return the sum
     */
    public long sum() {
        return sum;
    }

    @Override
    public void run() {
        if (next < turns) {
            sum += next++;
            queue.add(this);
        }
    }
}
