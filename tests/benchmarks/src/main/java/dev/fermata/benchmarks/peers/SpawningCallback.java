package dev.fermata.benchmarks.peers;

/** Leaves one piece of work after the other with the queue, each when the one before has called back. */
public final class SpawningCallback implements Runnable {
    private final CallbackQueue queue;
    private final int spawns;
    private int next;
    private long sum;

    /**
     * Makes one.
     *
     * @param queue where the work goes
     * @param spawns how many pieces
     */
    public SpawningCallback(CallbackQueue queue, int spawns) {
        this.queue = queue;
        this.spawns = spawns;
    }

    /**
     * What has come back.
     *
     * @return the sum
     */
    public long sum() {
        return sum;
    }

    @Override
    public void run() {
        if (next < spawns) {
            int value = next++;
            queue.add(() -> done(value));
        }
    }

    private void done(int result) {
        sum += result;
        queue.add(this);
    }
}
