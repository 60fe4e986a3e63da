package dev.fermata.loop;

/**
 * Something that a task keeps as long as it holds something else, such as the permit of a lock. Who looks at a loop finds it
 * among the variables of the task's methods, and so who holds what others wait for; nobody else need keep account.
 */
public interface Holding {
    /**
     * What is held.
     *
     * @return what {@link Parking#waitedFor} gives of those who wait for it
     */
    Object held();
}
