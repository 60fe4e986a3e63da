package dev.fermata.loop;

/** What has been asked of a task by way of cancellation. Made at the first request, because most tasks see none. */
final class CancelRequests {
    /** Requests that nobody has taken back by {@link Task#uncancel}. */
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
