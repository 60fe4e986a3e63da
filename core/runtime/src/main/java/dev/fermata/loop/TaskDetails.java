package dev.fermata.loop;

/**
 * What only few tasks have: a name of their own, and what has been asked of them by way of cancellation. In an object apart,
 * made when it is first needed, because there may be millions of tasks.
 */
final class TaskDetails {
    /** What the task is called; null if it is to be called by its number. */
    String name;

    /** Requests to cancel that nobody has taken back by {@link Task#uncancel}. */
    int count;

    /** Whether a request has not been delivered yet. */
    boolean isDue;

    /** The reason of the request that is due. */
    String reason;

    /** The call of {@link Task#cancel} that came by last. */
    int passage;

    /** How many masks are on. */
    int masks;
}
