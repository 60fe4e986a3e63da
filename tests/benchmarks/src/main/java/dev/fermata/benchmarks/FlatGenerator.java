package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A loop that yields; time per item. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlatGenerator {
    static final int ITEMS = 10_000;

    private int upTo = ITEMS;

    @Suspendable
    private static Iterable<Integer> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    private record HandWritten(int upTo) implements Iterable<Integer> {
        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < upTo;
                }

                @Override
                public Integer next() {
                    return next++;
                }
            };
        }
    }

    /** {@code for} over the woven generator. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long fermata() {
        long sum = 0;
        for (int i : range(upTo)) {
            sum += i;
        }
        return sum;
    }

    /** {@code for} over an iterator class. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long handWritten() {
        long sum = 0;
        for (int i : new HandWritten(upTo)) {
            sum += i;
        }
        return sum;
    }

    /** {@code for} over Kotlin's {@code sequence}. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long kotlin() {
        long sum = 0;
        for (Iterator<Integer> it = Kotlin.range(upTo).iterator(); it.hasNext(); ) {
            sum += it.next();
        }
        return sum;
    }
}
