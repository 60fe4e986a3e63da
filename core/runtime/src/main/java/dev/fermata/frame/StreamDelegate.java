package dev.fermata.frame;

import dev.fermata.Delegate;
import dev.fermata.StopIteration;
import java.util.Iterator;
import java.util.stream.BaseStream;

/** A stream as a delegate. It is closed when it has no more elements or fails, as {@code flatMap} does, and when closed early. */
final class StreamDelegate implements Delegate<Object, Object, Object> {
    private final BaseStream<?, ?> stream;
    private final Iterator<?> elements;

    StreamDelegate(BaseStream<?, ?> stream) {
        this.stream = stream;
        this.elements = stream.iterator();
    }

    @Override
    public Object next() {
        try {
            if (elements.hasNext()) {
                return elements.next();
            }
        } catch (Throwable error) {
            throw Throwing.asIs(closeAfter(error, stream));
        }
        stream.close();
        throw new StopIteration();
    }

    @Override
    public Object send(Object value) {
        if (value == null) {
            return next();
        }
        throw IteratorDelegate.takesNone(stream);
    }

    @Override
    public Object raise(Throwable error) {
        throw Throwing.asIs(closeAfter(error, stream));
    }

    @Override
    public void close() {
        stream.close();
    }

    @Override
    public String toString() {
        return stream.toString();
    }

    /** Closes a source because of a failure, which is what is to be thrown. */
    static Throwable closeAfter(Throwable error, BaseStream<?, ?> stream) {
        try {
            stream.close();
        } catch (Throwable another) {
            error.addSuppressed(another);
        }
        return error;
    }
}
