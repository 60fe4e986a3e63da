package dev.fermata.loop;

/**
 * What a loop has to do.
 *
 * @param tasks how many tasks have not ended
 * @param ready how many of them, and of callbacks, are to run in the next turn
 * @param timers how many timers are neither due nor cancelled; a task that sleeps is one
 */
public record LoopStatistics(int tasks, int ready, int timers) {}
