package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.EightIterators;
import dev.fermata.benchmarks.peers.EightSequences;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One loop through which eight different generators go, so that no call in it has one target: the cost of one item. */
@State(Scope.Thread)
@OperationsPerInvocation(ManyGenerators.ITEMS)
public class ManyGenerators {
    static final int ITEMS = 8_000;

    private static final int GENERATORS = 8;

    /** A field, so that the compiler does not know how many items each will give. */
    private int length = ITEMS / GENERATORS;

    /** An iterator class for each. */
    @Benchmark
    public long handWritten() {
        return sumOf(EightIterators.ofLength(length));
    }

    /** A woven method for each. */
    @Benchmark
    public long fermataIterable() {
        return sumOf(List.of(
                upwards(length),
                downwards(length),
                squares(length),
                triangles(length),
                alternating(length),
                fibonacci(length),
                twice(length),
                random(length)));
    }

    /** A {@code sequence} for each. */
    @Benchmark
    public long kotlinSequence() {
        return EightSequences.sumOfAll(length);
    }

    private static long sumOf(List<Iterable<Integer>> all) {
        long sum = 0;
        for (Iterable<Integer> values : all) {
            for (int value : values) {
                sum += value;
            }
        }
        return sum;
    }

    @Suspendable
    private static Iterable<Integer> upwards(int length) {
        for (int i = 0; i < length; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> downwards(int length) {
        for (int i = length; i > 0; i--) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> squares(int length) {
        for (int i = 0; i < length; i++) {
            Generator.yield(i * i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> triangles(int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += i;
            Generator.yield(sum);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> alternating(int length) {
        int sign = 1;
        for (int i = 0; i < length; i++) {
            Generator.yield(sign * i);
            sign = -sign;
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> fibonacci(int length) {
        int last = 0;
        int next = 1;
        for (int i = 0; i < length; i++) {
            Generator.yield(next);
            int sum = last + next;
            last = next;
            next = sum;
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> twice(int length) {
        for (int i = 0; i < length / 2; i++) {
            Generator.yield(i);
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> random(int length) {
        int seed = 1;
        for (int i = 0; i < length; i++) {
            seed = seed * 1_664_525 + 1_013_904_223;
            Generator.yield(seed >>> 8);
        }
        return null;
    }
}
