package dev.fermata;

/**
 * Thrown at a suspension point of a task that has been asked to stop (asyncio's {@code CancelledError}).
 *
 * <p>An {@link Error}, as Python's is a {@code BaseException}: {@code catch (Exception e)} does not see it. A body that
 * catches it to clean up throws it on; one that does not has refused the request, and its task ends as if nobody had
 * asked. At the border to {@code java.util.concurrent} it becomes a {@link java.util.concurrent.CancellationException}.
 */
public final class Cancellation extends Error {
    private static final long serialVersionUID = 1L;

    /** Makes a cancellation without a reason. */
    public Cancellation() {
        this(null);
    }

    /**
     * Makes a cancellation.
     *
     * @param reason why, for whoever looks at it; may be null
     */
    public Cancellation(String reason) {
        super(reason);
    }

    /**
     * Why the task was asked to stop.
     *
     * @return the reason; null if none was given
     */
    public String reason() {
        return getMessage();
    }

    /** Takes no stack trace: it would show the loop that delivers the request, and tasks are cancelled by the thousand. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
