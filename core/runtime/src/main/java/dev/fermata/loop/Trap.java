package dev.fermata.loop;

/**
 * What a coroutine suspends with to ask its loop for something. The task calls it after the frame has returned, so
 * whatever wakes the task finds its frames complete.
 */
interface Trap {
    /**
     * Arranges for the task to be woken.
     *
     * @param task the task that has just suspended
     */
    void park(Task<?> task);
}
