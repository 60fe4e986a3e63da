package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.KotlinFlatSequence;
import dev.fermata.benchmarks.peers.OtherSequences;
import dev.fermata.benchmarks.peers.RangeIterator;
import dev.fermata.benchmarks.peers.javaflow.JavaflowIterator;
import dev.fermata.benchmarks.peers.javaflow.JavaflowRange;
import dev.fermata.benchmarks.peers.kilim.KilimRange;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A loop that yields: the cost of one item. */
@State(Scope.Thread)
@OperationsPerInvocation(FlatGenerator.ITEMS)
public class FlatGenerator {
    static final int ITEMS = 10_000;

    /** What has run before. */
    @Param
    public Company company;

    /** A field, so that the compiler does not know how many there will be. */
    private int items = ITEMS;

    /** Spoils the shared code's type profiles, if asked to. */
    @Setup
    public void keepCompany() {
        if (company == Company.AMONG_OTHERS && OtherGenerators.run() != OtherSequences.runOtherSequences()) {
            throw new AssertionError("the others do not agree");
        }
    }

    /** An iterator class. */
    @Benchmark
    public long handWritten() {
        Iterable<Integer> range = () -> new RangeIterator(items);
        long sum = 0;
        for (int value : range) {
            sum += value;
        }
        return sum;
    }

    /** A woven method that returns an {@code Iterable}, in a {@code for} loop. */
    @Benchmark
    public long fermataIterable() {
        long sum = 0;
        for (int value : lazyRange(items)) {
            sum += value;
        }
        return sum;
    }

    /** A woven method that returns a {@code Generator}, asked for one item after the other. */
    @Benchmark
    public long fermataGenerator() {
        Iterator<Integer> range = range(items);
        long sum = 0;
        while (range.hasNext()) {
            sum += range.next();
        }
        return sum;
    }

    /** Kotlin's {@code sequence}. */
    @Benchmark
    public long kotlinSequence() {
        return KotlinFlatSequence.sumOfRange(items);
    }

    /** A Kilim generator. */
    @Benchmark
    public long kilim() {
        long sum = 0;
        for (int value : new KilimRange(items)) {
            sum += value;
        }
        return sum;
    }

    /** The iterator of a JavaFlow continuation. */
    @Benchmark
    public long javaflow() {
        Iterable<Integer> range = () -> new JavaflowIterator<>(new JavaflowRange(items));
        long sum = 0;
        for (int value : range) {
            sum += value;
        }
        return sum;
    }

    @Suspendable
    private static Iterable<Integer> lazyRange(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Generator<Integer, Object, Void> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }
}
