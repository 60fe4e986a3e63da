package dev.fermata.frame;

import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** The frame of a generator of {@code double}: a method that returns {@code PrimitiveIterator.OfDouble} or {@code DoubleStream}. */
public abstract class DoubleIteratorFrame extends PrimitiveFrame implements PrimitiveIterator.OfDouble {
    /** Makes a generator that has not started. */
    protected DoubleIteratorFrame() {}

    /**
     * This generator as a sequential stream; closing the stream closes the generator.
     *
     * @return the stream
     */
    public final DoubleStream asStream() {
        return StreamSupport.doubleStream(
                        Spliterators.spliteratorUnknownSize(
                                (PrimitiveIterator.OfDouble) this, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    @Override
    public double nextDouble() {
        return Double.longBitsToDouble(nextBits());
    }

    @Override
    public final Double next() {
        return nextDouble();
    }

    @Override
    final Primitive type() {
        return Primitive.DOUBLE;
    }
}
