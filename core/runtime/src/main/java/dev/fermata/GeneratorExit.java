package dev.fermata;

/**
 * Raised at the pending suspension point of a generator or coroutine that is being closed, so that its
 * {@code finally} blocks run (PEP 342).
 *
 * <p>An {@link Error}, as Python's is a {@code BaseException}: {@code catch (Exception e)} does not see it. A body that
 * catches it must return or throw; suspending again is answered with an {@link IllegalStateException}.
 */
public final class GeneratorExit extends Error {
    private static final long serialVersionUID = 1L;

    /** Makes an exit signal. */
    public GeneratorExit() {
        super("closed while suspended", null, false, false);
    }
}
