package dev.fermata;

import java.util.NoSuchElementException;

/**
 * The end of a generator, coroutine or {@link Delegate}, with the value that its body returned (PEP 255, 380).
 *
 * <p>It carries no stack trace: it reports an end, not a fault. One that escapes from a woven body does not count as a
 * return; it is turned into an {@link IllegalStateException} whose cause it becomes (PEP 479).
 */
public final class StopIteration extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // holds whatever the body returned
    private final Object value;

    /**
     * Makes an end without a value.
     */
    public StopIteration() {
        this(null);
    }

    /**
     * Makes an end with a value.
     *
     * @param value what the body returned; may be null
     */
    public StopIteration(Object value) {
        this.value = value;
    }

    /**
     * What the body returned.
     *
     * @return the value, null if there is none
     */
    public Object value() {
        return value;
    }

    @Override
    public String getMessage() {
        return value == null ? "already at its end" : "ended with " + value;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
