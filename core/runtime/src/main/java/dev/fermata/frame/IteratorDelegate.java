package dev.fermata.frame;

import dev.fermata.Delegate;
import dev.fermata.StopIteration;
import java.util.Iterator;

/** A plain iterator as a delegate: it takes no values, and an exception raised comes straight back. */
record IteratorDelegate(Iterator<?> iterator) implements Delegate<Object, Object, Object> {
    @Override
    public Object next() {
        if (!iterator.hasNext()) {
            throw new StopIteration();
        }
        return iterator.next();
    }

    @Override
    public Object send(Object value) {
        if (value == null) {
            return next();
        }
        throw takesNone(iterator);
    }

    /** The refusal of a value sent to something that only gives them. */
    static UnsupportedOperationException takesNone(Object source) {
        return new UnsupportedOperationException("a value was sent to a generator that delegates to a plain "
                + (source instanceof Iterator ? "iterator" : "stream") + ", which takes none: "
                + source.getClass().getName());
    }

    @Override
    public Object raise(Throwable error) {
        throw Throwing.asIs(error);
    }

    @Override
    public void close() {}
}
