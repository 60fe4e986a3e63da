package dev.fermata.queue;

/** {@link AsyncQueue#tryPut} found no free place (asyncio's {@code QueueFull}). */
public final class QueueFullException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    QueueFullException() {
        super("the queue is full: await put, or take something out first");
    }
}
