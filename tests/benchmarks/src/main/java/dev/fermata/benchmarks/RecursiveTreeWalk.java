package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.KotlinTreeSequences;
import dev.fermata.benchmarks.peers.Tree;
import dev.fermata.benchmarks.peers.TreeIterator;
import dev.fermata.benchmarks.peers.javaflow.JavaflowIterator;
import dev.fermata.benchmarks.peers.javaflow.JavaflowTreeWalk;
import dev.fermata.benchmarks.peers.kilim.KilimTreeWalk;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A balanced tree walked in order by a method that delegates to itself: the cost of one node. */
@State(Scope.Thread)
@OperationsPerInvocation(RecursiveTreeWalk.NODES)
public class RecursiveTreeWalk {
    static final int NODES = 10_000;

    private final Tree tree = Tree.balanced(0, NODES);

    /** An iterator with a stack of nodes. */
    @Benchmark
    public long handWritten() {
        return sumOf(new TreeIterator(tree));
    }

    /** Delegates to a {@code Generator} for each subtree. */
    @Benchmark
    public long fermataGenerator() {
        return sumOf(inOrder(tree));
    }

    /** Delegates to an {@code Iterable} for each subtree. */
    @Benchmark
    public long fermataIterable() {
        return sumOf(iterable(tree).iterator());
    }

    /** Calls a suspending function for each subtree. */
    @Benchmark
    public long kotlinScope() {
        return KotlinTreeSequences.sumByScope(tree);
    }

    /** Makes a {@code sequence} of each subtree. */
    @Benchmark
    public long kotlinYieldAll() {
        return KotlinTreeSequences.sumByYieldAll(tree);
    }

    /** A pausable method that calls itself for each subtree. */
    @Benchmark
    public long kilim() {
        return sumOf(new KilimTreeWalk(tree));
    }

    /** A continuable method that calls itself for each subtree. */
    @Benchmark
    public long javaflow() {
        return sumOf(new JavaflowIterator<>(new JavaflowTreeWalk(tree)));
    }

    /** Depends on the order. */
    private static long sumOf(Iterator<Integer> values) {
        long sum = 0;
        while (values.hasNext()) {
            sum = 31 * sum + values.next();
        }
        return sum;
    }

    @Suspendable
    private static Generator<Integer, Object, Void> inOrder(Tree tree) {
        if (tree != null) {
            Generator.yieldFrom(inOrder(tree.left()));
            Generator.yield(tree.value());
            Generator.yieldFrom(inOrder(tree.right()));
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> iterable(Tree tree) {
        if (tree != null) {
            Generator.yieldFrom(iterable(tree.left()));
            Generator.yield(tree.value());
            Generator.yieldFrom(iterable(tree.right()));
        }
        return null;
    }
}
