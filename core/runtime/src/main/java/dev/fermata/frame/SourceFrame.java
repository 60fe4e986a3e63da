package dev.fermata.frame;

import dev.fermata.StopIteration;
import java.util.Iterator;
import java.util.stream.BaseStream;

/** The frame of a plain iterator, or of a stream's, whose values are wanted without boxes. */
final class SourceFrame extends PrimitiveFrame {
    private static final int STARTED = 1;

    private final Iterator<?> source;
    private final Primitive type;

    /** What to close at the end; null if the iterator is all there is. */
    private final BaseStream<?, ?> stream;

    SourceFrame(Iterator<?> source, Primitive type, BaseStream<?, ?> stream) {
        this.source = source;
        this.type = type;
        this.stream = stream;
    }

    @Override
    public Object step(Object input, int depth) {
        if (begin() < 0) {
            return null;
        }
        Object result = null;
        try {
            if (take(input) != null) { // an exception raised comes straight back
                throw IteratorDelegate.takesNone(face());
            }
            if (source.hasNext()) {
                handOut(type.next(source));
                suspendAt(STARTED);
                return null;
            }
        } catch (StopIteration stop) {
            result = stop.value();
        } catch (Throwable error) {
            throw Throwing.asIs(fail(stream == null ? error : StreamDelegate.closeAfter(error, stream)));
        }
        end();
        if (stream != null) {
            stream.close();
        }
        return result;
    }

    @Override
    protected String method() {
        return String.valueOf(face());
    }

    @Override
    Object face() {
        return stream == null ? source : stream;
    }

    @Override
    Primitive type() {
        return type;
    }
}
