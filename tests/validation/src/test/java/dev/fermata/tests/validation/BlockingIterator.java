package dev.fermata.tests.validation;

import dev.fermata.AsyncGenerator;
import dev.fermata.StopAsyncIteration;
import java.util.Iterator;

/** Waits for each value of an asynchronous generator on the spot. */
final class BlockingIterator implements Iterator<Object> {
    private final AsyncGenerator<?> generator;
    private Object value;

    BlockingIterator(AsyncGenerator<?> generator) {
        this.generator = generator;
    }

    @Override
    public boolean hasNext() {
        try {
            value = Blocking.await(generator.next());
            return true;
        } catch (StopAsyncIteration end) {
            return false;
        }
    }

    @Override
    public Object next() {
        return value;
    }
}
