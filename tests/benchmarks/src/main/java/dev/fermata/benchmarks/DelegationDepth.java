package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.RangeIterator;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A generator below others that have delegated to it: the cost of one item, which must not grow with their number. */
@State(Scope.Thread)
@OperationsPerInvocation(DelegationDepth.ITEMS)
public class DelegationDepth {
    /** So many that making the deepest chain does not show. */
    static final int ITEMS = 10_000_000;

    /** How many generators delegate. */
    @Param({"10", "10000"})
    public int depth;

    /** A field, so that the compiler does not know how many there will be. */
    private int items = ITEMS;

    /** An iterator that nothing delegates to. */
    @Benchmark
    public long handWritten() {
        return sumOf(new RangeIterator(items));
    }

    /** Woven methods, one below the other. */
    @Benchmark
    public long fermata() {
        return sumOf(nested(depth, items));
    }

    private static long sumOf(Iterator<Integer> values) {
        long sum = 0;
        while (values.hasNext()) {
            sum += values.next();
        }
        return sum;
    }

    @Suspendable
    private static Generator<Integer, Object, Void> nested(int depth, int items) {
        if (depth > 0) {
            Generator.yieldFrom(nested(depth - 1, items));
            return null;
        }
        for (int i = 0; i < items; i++) {
            Generator.yield(i);
        }
        return null;
    }
}
