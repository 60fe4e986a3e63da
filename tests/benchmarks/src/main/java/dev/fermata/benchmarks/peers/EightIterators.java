package dev.fermata.benchmarks.peers;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Eight iterator classes that have no code in common, so that a loop through all of them calls eight methods. */
public final class EightIterators {
    private EightIterators() {}

    /**
     * Makes one of each class, each time it is asked for.
     *
     * @param length how many items each gives, an even number
     * @return all eight
     */
    public static List<Iterable<Integer>> ofLength(int length) {
        return List.of(
                () -> new RangeIterator(length),
                () -> new Downwards(length),
                () -> new Squares(length),
                () -> new Triangles(length),
                () -> new Alternating(length),
                () -> new Fibonacci(length),
                () -> new Twice(length),
                () -> new Random(length));
    }

    /** Counts down to one. */
    private static final class Downwards implements Iterator<Integer> {
        private final int length;
        private int given;

        Downwards(int length) {
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return given < length;
        }

        @Override
        public Integer next() {
            if (given >= length) {
                throw new NoSuchElementException();
            }
            return length - given++;
        }
    }

    /** The squares. */
    private static final class Squares implements Iterator<Integer> {
        private final int length;
        private int given;

        Squares(int length) {
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return given < length;
        }

        @Override
        public Integer next() {
            if (given >= length) {
                throw new NoSuchElementException();
            }
            int root = given++;
            return root * root;
        }
    }

    /** The sums of the numbers so far. */
    private static final class Triangles implements Iterator<Integer> {
        private final int length;
        private int given;
        private int sum;

        Triangles(int length) {
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return given < length;
        }

        @Override
        public Integer next() {
            if (given >= length) {
                throw new NoSuchElementException();
            }
            sum += given++;
            return sum;
        }
    }

    /** Counts away from zero, to both sides. */
    private static final class Alternating implements Iterator<Integer> {
        private final int length;
        private int given;
        private int sign = 1;

        Alternating(int length) {
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return given < length;
        }

        @Override
        public Integer next() {
            if (given >= length) {
                throw new NoSuchElementException();
            }
            int value = sign * given++;
            sign = -sign;
            return value;
        }
    }

    /** The sums of the two before. */
    private static final class Fibonacci implements Iterator<Integer> {
        private final int length;
        private int given;
        private int last;
        private int next = 1;

        Fibonacci(int length) {
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return given < length;
        }

        @Override
        public Integer next() {
            if (given >= length) {
                throw new NoSuchElementException();
            }
            given++;
            int value = next;
            next += last;
            last = value;
            return value;
        }
    }

    /** Each number two times. */
    private static final class Twice implements Iterator<Integer> {
        private final int length;
        private int given;

        Twice(int length) {
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return given < length;
        }

        @Override
        public Integer next() {
            if (given >= length) {
                throw new NoSuchElementException();
            }
            return given++ / 2;
        }
    }

    /** Numbers that look like drawn ones. */
    private static final class Random implements Iterator<Integer> {
        private final int length;
        private int given;
        private int seed = 1;

        Random(int length) {
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return given < length;
        }

        @Override
        public Integer next() {
            if (given >= length) {
                throw new NoSuchElementException();
            }
            given++;
            seed = seed * 1_664_525 + 1_013_904_223;
            return seed >>> 8;
        }
    }
}
