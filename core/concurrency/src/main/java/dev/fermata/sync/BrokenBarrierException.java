package dev.fermata.sync;

/** A barrier was reset or aborted under those who waited at it (asyncio's {@code BrokenBarrierError}). */
public final class BrokenBarrierException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenBarrierException(String message) {
        super(message);
    }
}
