package dev.fermata.loop;

/**
 * Decides in which order the tasks run that are ready in the same turn. A loop goes by arrival; a test can let another
 * order show what a program has left to chance. Callbacks keep their places.
 */
@FunctionalInterface
public interface ReadyOrder {
    /**
     * Picks the next task to run.
     *
     * @param ready how many are left in this turn, at least 1
     * @return which of them, from 0 for the one that came first
     */
    int pick(int ready);
}
