package dev.fermata.benchmarks.peers.javaflow;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.javaflow.api.Continuation;

/**
 * Makes an iterator of a continuation that suspends with values, the way JavaFlow's own extras do.
 *
 * @param <T> what it suspends with
 */
public final class JavaflowIterator<T> implements Iterator<T> {
    private Continuation current;
    private boolean advanced;

    /**
     * Makes one.
     *
     * @param body what suspends with each value; its {@code run} is continuable
     */
    public JavaflowIterator(Runnable body) {
        current = Continuation.startSuspendedWith(body, true);
    }

    @Override
    public boolean hasNext() {
        if (!advanced) {
            current = current.resume();
            advanced = true;
        }
        return current != null;
    }

    @Override
    @SuppressWarnings("unchecked") // the body suspends with nothing else
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        advanced = false;
        return (T) current.value();
    }
}
