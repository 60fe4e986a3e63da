package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.KotlinPermutations;
import dev.fermata.benchmarks.peers.Permutation;
import dev.fermata.benchmarks.peers.PermutationIterator;
import dev.fermata.benchmarks.peers.javaflow.JavaflowIterator;
import dev.fermata.benchmarks.peers.javaflow.JavaflowPermutations;
import dev.fermata.benchmarks.peers.kilim.KilimPermutations;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All permutations, by a method that delegates to itself for what is still to be permuted: the cost of one. */
@State(Scope.Thread)
@OperationsPerInvocation(Permutations.ITEMS)
public class Permutations {
    /** All of eight elements, or those of fewer again and again. */
    static final int ITEMS = 40_320;

    /** How many elements are permuted. */
    @Param({"6", "7", "8"})
    public int elements;

    private int rounds;

    /** As many rounds as make up the same number of permutations. */
    @Setup
    public void countRounds() {
        rounds = ITEMS;
        for (int i = 2; i <= elements; i++) {
            rounds /= i;
        }
    }

    /** An iterator with a stack of its own. */
    @Benchmark
    public long handWritten() {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += sumOf(new PermutationIterator(elements));
        }
        return sum;
    }

    /** Delegates to a {@code Generator}. */
    @Benchmark
    public long fermataGenerator() {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += sumOf(permute(Permutation.first(elements), 0));
        }
        return sum;
    }

    /** Delegates to an {@code Iterable}. */
    @Benchmark
    public long fermataIterable() {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += sumOf(iterable(Permutation.first(elements), 0).iterator());
        }
        return sum;
    }

    /** Calls a suspending function in the scope of one {@code sequence}. */
    @Benchmark
    public long kotlinScope() {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += sumOf(KotlinPermutations.permutationsByScope(elements));
        }
        return sum;
    }

    /** Makes a {@code sequence} for what is still to be permuted. */
    @Benchmark
    public long kotlinYieldAll() {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += sumOf(KotlinPermutations.permutationsByYieldAll(elements));
        }
        return sum;
    }

    /** A pausable method that calls itself. */
    @Benchmark
    public long kilim() {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += sumOf(new KilimPermutations(elements));
        }
        return sum;
    }

    /** A continuable method that calls itself. */
    @Benchmark
    public long javaflow() {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            sum += sumOf(new JavaflowIterator<int[]>(new JavaflowPermutations(elements)));
        }
        return sum;
    }

    /** Depends on the order of the permutations, and on the order in each of them. */
    private static long sumOf(Iterator<int[]> permutations) {
        long sum = 0;
        while (permutations.hasNext()) {
            int[] values = permutations.next();
            sum = 31 * sum + values[0] + 7 * values[values.length - 1];
        }
        return sum;
    }

    @Suspendable
    private static Generator<int[], Object, Void> permute(int[] values, int from) {
        if (from == values.length) {
            Generator.yield(values);
            return null;
        }
        for (int i = from; i < values.length; i++) {
            Permutation.swap(values, from, i);
            Generator.yieldFrom(permute(values, from + 1));
            Permutation.swap(values, from, i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<int[]> iterable(int[] values, int from) {
        if (from == values.length) {
            Generator.yield(values);
            return null;
        }
        for (int i = from; i < values.length; i++) {
            Permutation.swap(values, from, i);
            Generator.yieldFrom(iterable(values, from + 1));
            Permutation.swap(values, from, i);
        }
        return null;
    }
}
