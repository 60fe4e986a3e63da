package dev.fermata.loop;

/**
 * Something that a task keeps among the variables of its methods as long as it has given back what it still keeps a {@link
 * Holding} of: it waits for a condition, for which it has released the lock, or waits to take the lock again.
 */
public interface GivenBack {
    /**
     * What was held.
     *
     * @return what {@link Holding#held} gives
     */
    Object givenBack();
}
