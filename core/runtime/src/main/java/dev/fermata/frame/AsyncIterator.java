package dev.fermata.frame;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Delegate;
import dev.fermata.NotWovenError;
import java.util.Iterator;

/**
 * What an enhanced {@code for} over an asynchronous generator holds. Woven code awaits it in the place of {@code
 * hasNext()} and fetches the value in the place of {@code next()}. Its one step is used again for each value.
 */
public final class AsyncIterator implements Iterator<Object>, Awaitable<Boolean> {
    private static final Object NONE = new Object();

    private final Advance advance;

    /** What has been awaited and not been fetched. */
    private Object value = NONE;

    private AsyncIterator(AsyncGeneratorHandle generator) {
        advance = new Advance(generator);
    }

    /**
     * Stands for {@code generator.iterator()} in woven code.
     *
     * @param generator what to iterate over, not null
     * @return an iterator that only woven code can use
     */
    public static Iterator<Object> over(AsyncGenerator<?> generator) {
        return new AsyncIterator(((AsyncGeneratorHandle) generator).announced());
    }

    /**
     * Stands for {@code iterator.next()} in woven code.
     *
     * @param iterator what {@link #over} has given
     * @return the value that has just been awaited
     * @throws IllegalStateException if none has been since the last time
     */
    public static Object value(Iterator<?> iterator) {
        AsyncIterator self = (AsyncIterator) iterator;
        Object fetched = self.value;
        if (fetched == NONE) {
            throw new IllegalStateException(
                    "next() of the iterator of " + self.advance.generator + " was called without hasNext() before it");
        }
        self.value = NONE;
        return fetched;
    }

    @Override
    @SuppressWarnings("unchecked") // gives booleans
    public Delegate<?, ?, Boolean> awaiter() {
        return (Delegate<?, ?, Boolean>) (Delegate<?, ?, ?>) advance.again();
    }

    @Override
    public boolean hasNext() {
        throw unusable();
    }

    @Override
    public Object next() {
        throw unusable();
    }

    private NotWovenError unusable() {
        return new NotWovenError("the iterator of " + advance.generator
                + " has been handed to code that cannot await: only an enhanced for over the generator itself, in a"
                + " suspendable method that can await, can use it");
    }

    /** Whether there is another value. */
    private final class Advance extends AsyncStep {
        Advance(AsyncGeneratorHandle handle) {
            super(handle);
        }

        /** Fit to be awaited once more. */
        Frame again() {
            if (ended()) {
                suspendAt(0);
            }
            return awaited();
        }

        @Override
        Object start(int depth) {
            if (value != NONE) {
                return Boolean.TRUE;
            }
            return generator.ended() ? Boolean.FALSE : resumeGenerator(null, depth);
        }

        @Override
        Object yielded(Object next) {
            value = next;
            return Boolean.TRUE;
        }

        @Override
        Object returned() {
            return Boolean.FALSE;
        }

        @Override
        String operation() {
            return "the loop over values";
        }
    }
}
