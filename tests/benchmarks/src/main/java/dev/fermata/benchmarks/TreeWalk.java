package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A recursive walk of a balanced tree; time per item. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TreeWalk {
    static final int NODES = 10_000;

    private final Tree tree = Tree.balanced(0, NODES);

    @Suspendable
    private static Generator<Integer, Void, Void> walk(Tree tree) {
        if (tree.left != null) {
            Generator.yieldFrom(walk(tree.left));
        }
        Generator.yield(tree.value);
        if (tree.right != null) {
            Generator.yieldFrom(walk(tree.right));
        }
        return null;
    }

    /** The explicit stack that recursion saves its author. */
    private static final class HandWritten implements Iterator<Integer> {
        private final Deque<Tree> stack = new ArrayDeque<>();

        HandWritten(Tree tree) {
            push(tree);
        }

        private void push(Tree tree) {
            for (Tree at = tree; at != null; at = at.left) {
                stack.push(at);
            }
        }

        @Override
        public boolean hasNext() {
            return !stack.isEmpty();
        }

        @Override
        public Integer next() {
            Tree at = stack.pop();
            push(at.right);
            return at.value;
        }
    }

    private static long sum(Iterator<Integer> items) {
        long sum = 0;
        while (items.hasNext()) {
            sum += items.next();
        }
        return sum;
    }

    /** Recursion with {@code yieldFrom}. */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public long fermata() {
        return sum(walk(tree));
    }

    /** An iterator with a stack of nodes. */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public long handWritten() {
        return sum(new HandWritten(tree));
    }

    /** Kotlin's fast way: recursion inside one sequence. */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public long kotlinScope() {
        return sum(Kotlin.walkInScope(tree).iterator());
    }

    /** Kotlin's {@code yieldAll}, the counterpart of {@code yieldFrom}. */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public long kotlinYieldAll() {
        return sum(Kotlin.walkByYieldAll(tree).iterator());
    }
}
