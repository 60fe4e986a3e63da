package dev.fermata.loop;

/** What a parked task waits for. Cancelling the task cancels this; what comes of it wakes the task (asyncio's {@code _fut_waiter}). */
interface Waitable {
    /**
     * Asks for an end of the wait.
     *
     * @param reason why, may be null
     * @return whether the task will be woken by it
     */
    boolean cancel(String reason);
}
