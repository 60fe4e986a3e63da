package dev.fermata.loop;

import java.util.List;

/**
 * What a loop has to do.
 *
 * @param tasks how many tasks have not ended
 * @param ready how many of them, and of callbacks, are to run in the next turn
 * @param timers how many timers are neither due nor cancelled; a task that sleeps is one
 */
public record LoopStatistics(int tasks, int ready, int timers) {
    /**
     * What the loops of this JVM have to do that are not closed. Any thread may call this; it takes none of the loops' time,
     * and the numbers are what can be seen in passing.
     *
     * @return one for each loop, in the order in which they were made
     */
    public static List<LoopStatistics> all() {
        return OpenLoops.all().stream().map(EventLoop::statistics).toList();
    }
}
