package dev.fermata.queue;

import java.util.NoSuchElementException;

/** {@link AsyncQueue#tryGet} found nothing to take (asyncio's {@code QueueEmpty}). */
public final class QueueEmptyException extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    QueueEmptyException() {
        super("the queue has nothing to take: await get");
    }
}
