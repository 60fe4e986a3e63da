package dev.fermata.tasks;

import java.util.List;

/**
 * How things stand at the end of a {@link Tasks#wait}. Both lists are in the order in which the tasks were given.
 *
 * @param <D> tasks, or promises
 * @param done those that have a value, have failed or are cancelled
 * @param pending the others, which go on
 */
public record Waited<D>(List<D> done, List<D> pending) {
    /**
     * Keeps copies of the lists.
     *
     * @param done those that are done
     * @param pending the others
     */
    public Waited {
        done = List.copyOf(done);
        pending = List.copyOf(pending);
    }
}
