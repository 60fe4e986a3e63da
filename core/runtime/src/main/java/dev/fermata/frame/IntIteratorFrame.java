package dev.fermata.frame;

import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The frame of a generator of {@code int}: a method that returns {@code PrimitiveIterator.OfInt} or {@code IntStream}. */
public abstract class IntIteratorFrame extends PrimitiveFrame implements PrimitiveIterator.OfInt {
    /** Makes a generator that has not started. */
    protected IntIteratorFrame() {}

    /**
     * This generator as a sequential stream; closing the stream closes the generator.
     *
     * @return the stream
     */
    public final IntStream asStream() {
        return StreamSupport.intStream(
                        Spliterators.spliteratorUnknownSize(
                                (PrimitiveIterator.OfInt) this, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    @Override
    public int nextInt() {
        return (int) nextBits();
    }

    @Override
    public final Integer next() {
        return nextInt();
    }

    @Override
    final Primitive type() {
        return Primitive.INT;
    }
}
