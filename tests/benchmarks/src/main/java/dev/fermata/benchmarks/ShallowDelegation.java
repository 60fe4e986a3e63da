package dev.fermata.benchmarks;

import dev.fermata.benchmarks.peers.CountingIterator;
import dev.fermata.benchmarks.peers.KotlinNested;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link DelegationDepth} where Kotlin can still follow: its chains recurse on the stack of the thread. */
@State(Scope.Thread)
@OperationsPerInvocation(ShallowDelegation.ITEMS)
public class ShallowDelegation {
    static final int ITEMS = 10_000;

    /** How many generators delegate. */
    @Param({"1", "10", "1000"})
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
        return DelegationDepth.sumOf(values, items);
    }

    /** Woven methods, one below the other. */
    @Benchmark
    public long fermata() {
        if (values == null) {
            values = DelegationDepth.nested(depth);
        }
        return DelegationDepth.sumOf(values, items);
    }

    /** Suspending functions, one below the other, in the scope of one {@code sequence}. */
    @Benchmark
    public long kotlinScope() {
        if (values == null) {
            values = KotlinNested.nestedByScope(depth);
        }
        return DelegationDepth.sumOf(values, items);
    }

    /** A {@code sequence} below the other, each asked by the one above it. */
    @Benchmark
    public long kotlinYieldAll() {
        if (values == null) {
            values = KotlinNested.nestedByYieldAll(depth);
        }
        return DelegationDepth.sumOf(values, items);
    }
}
