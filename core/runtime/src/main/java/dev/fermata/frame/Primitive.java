package dev.fermata.frame;

import java.util.Iterator;
import java.util.PrimitiveIterator;

/** The three types for which Java has iterators without boxes, and how their values travel as 64 bits. */
enum Primitive {
    INT {
        @Override
        Object box(long bits) {
            return (int) bits;
        }

        @Override
        long unbox(Object value) {
            return (Integer) value;
        }

        @Override
        long next(Iterator<?> source) {
            return source instanceof PrimitiveIterator.OfInt ints ? ints.nextInt() : unbox(source.next());
        }
    },
    LONG {
        @Override
        Object box(long bits) {
            return bits;
        }

        @Override
        long unbox(Object value) {
            return (Long) value;
        }

        @Override
        long next(Iterator<?> source) {
            return source instanceof PrimitiveIterator.OfLong longs ? longs.nextLong() : unbox(source.next());
        }
    },
    DOUBLE {
        @Override
        Object box(long bits) {
            return Double.longBitsToDouble(bits);
        }

        @Override
        long unbox(Object value) {
            return Double.doubleToRawLongBits((Double) value);
        }

        @Override
        long next(Iterator<?> source) {
            return source instanceof PrimitiveIterator.OfDouble doubles
                    ? Double.doubleToRawLongBits(doubles.nextDouble())
                    : unbox(source.next());
        }
    };

    abstract Object box(long bits);

    /** As Java's own unboxing: null is a {@link NullPointerException}, another type a {@link ClassCastException}. */
    abstract long unbox(Object value);

    /** The next value of an iterator, without a box if that gives it so. */
    abstract long next(Iterator<?> source);
}
