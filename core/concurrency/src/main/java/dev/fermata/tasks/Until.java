package dev.fermata.tasks;

/** What {@link Tasks#wait} waits for (asyncio's {@code return_when}). */
public enum Until {
    /** One of them is done, in whatever way. */
    FIRST_DONE,

    /** One of them has failed, or all are done. A cancellation is no failure. */
    FIRST_FAILURE,

    /** All of them are done. */
    ALL_DONE
}
