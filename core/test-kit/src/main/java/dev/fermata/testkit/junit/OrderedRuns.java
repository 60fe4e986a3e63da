package dev.fermata.testkit.junit;

/** What the runs of one test method know of each other. */
final class OrderedRuns {
    private final int count;
    private volatile boolean isOver;

    OrderedRuns(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    boolean isGoingOn() {
        return !isOver;
    }

    /** There is no use in another order. */
    void stop() {
        isOver = true;
    }
}
