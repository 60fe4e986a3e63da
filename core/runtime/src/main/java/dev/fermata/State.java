package dev.fermata;

/** Where a generator or coroutine stands in its life (Python's {@code inspect.getgeneratorstate}). */
public enum State {
    /** Made, not yet resumed. */
    CREATED,
    /** Its body, or the body of something it has delegated to, is on a thread's stack right now. */
    RUNNING,
    /** Paused at a suspension point. */
    SUSPENDED,
    /** Ended: returned, failed or closed. */
    CLOSED
}
