package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.KotlinPipelines;
import dev.fermata.benchmarks.peers.RangeIterator;
import dev.fermata.benchmarks.peers.stages.BelowIterator;
import dev.fermata.benchmarks.peers.stages.EvenIterator;
import dev.fermata.benchmarks.peers.stages.IncrementingIterator;
import dev.fermata.benchmarks.peers.stages.TriplingIterator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Five generators, each fed by the one before: the cost of one item of the first, of which every other gets through. */
@State(Scope.Thread)
@OperationsPerInvocation(GeneratorPipeline.ITEMS)
public class GeneratorPipeline {
    static final int ITEMS = 10_000;

    /** Fields, so that the compiler knows neither how many there will be nor where it ends: short of the last few. */
    private int items = ITEMS;

    private int limit = 3 * (ITEMS - 10);

    /** An iterator class for each stage. */
    @Benchmark
    public long handWritten() {
        Iterable<Integer> pipeline = () -> new IncrementingIterator(
                new BelowIterator(new TriplingIterator(new EvenIterator(new RangeIterator(items))), limit));
        return sumOf(pipeline);
    }

    /** A woven method for each stage, which does just that. */
    @Benchmark
    public long fermataIterable() {
        return sumOf(incremented(below(tripled(even(range(items))), limit)));
    }

    /** Woven methods that take a lambda, as the stages of a stream do. */
    @Benchmark
    public long fermataOperators() {
        Iterable<Integer> even = filter(range(items), value -> value % 2 == 0);
        Iterable<Integer> below = takeWhile(map(even, value -> value * 3), value -> value < limit);
        return sumOf(map(below, value -> value + 1));
    }

    /** The operators of {@code java.util.stream}. */
    @Benchmark
    public long stream() {
        return IntStream.range(0, items)
                .boxed()
                .filter(value -> value % 2 == 0)
                .map(value -> value * 3)
                .takeWhile(value -> value < limit)
                .map(value -> value + 1)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** The operators of Kotlin's {@code Sequence}, each an iterator class of its library. */
    @Benchmark
    public long kotlinOperators() {
        return KotlinPipelines.sumByOperators(items, limit);
    }

    /** A {@code sequence} for each stage. */
    @Benchmark
    public long kotlinSequence() {
        return KotlinPipelines.sumBySequences(items, limit);
    }

    private static long sumOf(Iterable<Integer> values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    @Suspendable
    private static Iterable<Integer> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> even(Iterable<Integer> values) {
        for (int value : values) {
            if (value % 2 == 0) {
                Generator.yield(value);
            }
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> tripled(Iterable<Integer> values) {
        for (int value : values) {
            Generator.yield(value * 3);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> below(Iterable<Integer> values, int limit) {
        for (int value : values) {
            if (value >= limit) {
                break;
            }
            Generator.yield(value);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> incremented(Iterable<Integer> values) {
        for (int value : values) {
            Generator.yield(value + 1);
        }
        return null;
    }

    @Suspendable
    private static <T> Iterable<T> filter(Iterable<T> values, Predicate<T> wanted) {
        for (T value : values) {
            if (wanted.test(value)) {
                Generator.yield(value);
            }
        }
        return null;
    }

    @Suspendable
    private static <T, R> Iterable<R> map(Iterable<T> values, Function<T, R> function) {
        for (T value : values) {
            Generator.yield(function.apply(value));
        }
        return null;
    }

    @Suspendable
    private static <T> Iterable<T> takeWhile(Iterable<T> values, Predicate<T> wanted) {
        for (T value : values) {
            if (!wanted.test(value)) {
                break;
            }
            Generator.yield(value);
        }
        return null;
    }
}
