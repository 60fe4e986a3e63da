package dev.fermata.frame;

import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** The frame of a generator of {@code long}: a method that returns {@code PrimitiveIterator.OfLong} or {@code LongStream}. */
public abstract class LongIteratorFrame extends PrimitiveFrame implements PrimitiveIterator.OfLong {
    /** Makes a generator that has not started. */
    protected LongIteratorFrame() {}

    /**
     * This generator as a sequential stream; closing the stream closes the generator.
     *
     * @return the stream
     */
    public final LongStream asStream() {
        return StreamSupport.longStream(
                        Spliterators.spliteratorUnknownSize(
                                (PrimitiveIterator.OfLong) this, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    @Override
    public long nextLong() {
        return nextBits();
    }

    @Override
    public final Long next() {
        return nextLong();
    }

    @Override
    final Primitive type() {
        return Primitive.LONG;
    }
}
