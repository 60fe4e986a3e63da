package dev.fermata.queue;

/** A queue has been shut down: it takes nothing more, or has nothing left to give (asyncio's {@code QueueShutDown}). */
public final class QueueShutDownException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    QueueShutDownException() {
        super("the queue has been shut down");
    }
}
