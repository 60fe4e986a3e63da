package dev.fermata.sync;

import dev.fermata.loop.Holding;

/**
 * The right to be inside, given by a {@link Lock} or {@link Semaphore}, to be given back by {@code try}-with-resources:
 *
 * <pre>{@code
 * try (Permit permit = await(lock.acquire())) {
 *     ...
 * }
 * }</pre>
 *
 * It stands for one {@code release()}; whoever calls that by hand does not close the permit as well.
 */
public final class Permit implements AutoCloseable, Holding {
    private PermitSource source;

    Permit(PermitSource source) {
        this.source = source;
    }

    /** For those who look at the loop. */
    @Override
    public Object held() {
        return source;
    }

    /**
     * Gives the right back. Does nothing the second time.
     *
     * @throws IllegalStateException if it has been given back already by {@code release()}
     */
    @Override
    public void close() {
        PermitSource lender = source;
        if (lender != null) {
            source = null;
            lender.release();
        }
    }
}
