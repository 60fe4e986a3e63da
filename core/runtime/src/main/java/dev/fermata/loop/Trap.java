package dev.fermata.loop;

/** What a coroutine suspends with to ask the loop for something. The loop calls it after the frame has returned. */
interface Trap {
    /**
     * Arranges for the task to be woken.
     *
     * @param task the task that has just suspended
     */
    void park(Task<?> task);
}
