package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CountingIterator;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A generator below others that have delegated to it: the cost of one item, which must not grow with their number. It
 * does not end, so that the chain is made once, while the JVM warms up, and not measured.
 */
@State(Scope.Thread)
@OperationsPerInvocation(DelegationDepth.ITEMS)
public class DelegationDepth {
    static final int ITEMS = 10_000;

    /** How many generators delegate. */
    @Param({"10", "1000", "10000", "1000000"})
    public int depth;

    /** A field, so that the compiler does not know how many there will be. */
    private int items = ITEMS;

    /** What gives the items; null before the first run. */
    private Iterator<Integer> values;

    /** An iterator that nothing delegates to. */
    @Benchmark
    public long handWritten() {
        if (values == null) {
            values = new CountingIterator();
        }
        return sumOf(values, items);
    }

    /** Woven methods, one below the other. */
    @Benchmark
    public long fermata() {
        if (values == null) {
            values = nested(depth);
        }
        return sumOf(values, items);
    }

    /** Takes the next items of something that has no end. */
    static long sumOf(Iterator<Integer> values, int items) {
        long sum = 0;
        for (int i = 0; i < items; i++) {
            sum += values.next();
        }
        return sum;
    }

    /** Counts without end, below so many that delegate. */
    @Suspendable
    static Generator<Integer, Object, Void> nested(int depth) {
        if (depth > 0) {
            Generator.yieldFrom(nested(depth - 1));
            return null;
        }
        for (int i = 0; ; i++) {
            Generator.yield(i);
        }
    }
}
