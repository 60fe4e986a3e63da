package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.PrimitiveRange;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A loop that yields ints which nobody boxes: the cost of one. */
@State(Scope.Thread)
@OperationsPerInvocation(FlatPrimitives.ITEMS)
public class FlatPrimitives {
    static final int ITEMS = 10_000;

    /** What has run before. */
    @Param
    public Company company;

    /** A field, so that the compiler does not know how many there will be. */
    private int items = ITEMS;

    /** Spoils the shared code's type profiles, if asked to. */
    @Setup
    public void keepCompany() {
        if (company == Company.AMONG_OTHERS && OtherPrimitives.run() == 0) {
            throw new AssertionError("the others have given nothing");
        }
    }

    /** An iterator class. */
    @Benchmark
    public long handWritten() {
        PrimitiveIterator.OfInt range = new PrimitiveRange(items);
        long sum = 0;
        while (range.hasNext()) {
            sum += range.nextInt();
        }
        return sum;
    }

    /** A woven method that returns {@code PrimitiveIterator.OfInt}. */
    @Benchmark
    public long fermataIterator() {
        PrimitiveIterator.OfInt range = range(items);
        long sum = 0;
        while (range.hasNext()) {
            sum += range.nextInt();
        }
        return sum;
    }

    /** A woven method that returns {@code IntStream}. */
    @Benchmark
    public long fermataStream() {
        return stream(items).asLongStream().sum();
    }

    /** The same range and sum with boxes, for comparison. */
    @Benchmark
    public long fermataBoxed() {
        long sum = 0;
        for (int value : boxed(items)) {
            sum += value;
        }
        return sum;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static IntStream stream(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> boxed(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }
}
