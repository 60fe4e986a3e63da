package dev.fermata.sync;

/** What a {@link Permit} goes back to. */
interface PermitSource {
    void release();
}
