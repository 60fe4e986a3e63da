package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.PrimitiveRange;
import dev.fermata.benchmarks.peers.stages.BelowInts;
import dev.fermata.benchmarks.peers.stages.EvenInts;
import dev.fermata.benchmarks.peers.stages.IncrementingInts;
import dev.fermata.benchmarks.peers.stages.TriplingInts;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The stages of {@link GeneratorPipeline} with ints that nobody boxes: the cost of one item of the first. */
@State(Scope.Thread)
@OperationsPerInvocation(PrimitivePipeline.ITEMS)
public class PrimitivePipeline {
    static final int ITEMS = 10_000;

    /** Fields, so that the compiler knows neither how many there will be nor where it ends: short of the last few. */
    private int items = ITEMS;

    private int limit = 3 * (ITEMS - 10);

    /** An iterator class for each stage. */
    @Benchmark
    public long handWritten() {
        return sumOf(
                new IncrementingInts(new BelowInts(new TriplingInts(new EvenInts(new PrimitiveRange(items))), limit)));
    }

    /** A woven method for each stage. */
    @Benchmark
    public long fermataIterator() {
        return sumOf(incremented(below(tripled(even(range(items))), limit)));
    }

    /** The operators of {@code IntStream}. */
    @Benchmark
    public long stream() {
        return IntStream.range(0, items)
                .filter(value -> value % 2 == 0)
                .map(value -> value * 3)
                .takeWhile(value -> value < limit)
                .map(value -> value + 1)
                .asLongStream()
                .sum();
    }

    private static long sumOf(PrimitiveIterator.OfInt values) {
        long sum = 0;
        while (values.hasNext()) {
            sum += values.nextInt();
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
    private static PrimitiveIterator.OfInt even(PrimitiveIterator.OfInt values) {
        while (values.hasNext()) {
            int value = values.nextInt();
            if (value % 2 == 0) {
                Generator.yield(value);
            }
        }
        return null;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt tripled(PrimitiveIterator.OfInt values) {
        while (values.hasNext()) {
            Generator.yield(values.nextInt() * 3);
        }
        return null;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt below(PrimitiveIterator.OfInt values, int limit) {
        while (values.hasNext()) {
            int value = values.nextInt();
            if (value >= limit) {
                break;
            }
            Generator.yield(value);
        }
        return null;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt incremented(PrimitiveIterator.OfInt values) {
        while (values.hasNext()) {
            Generator.yield(values.nextInt() + 1);
        }
        return null;
    }
}
