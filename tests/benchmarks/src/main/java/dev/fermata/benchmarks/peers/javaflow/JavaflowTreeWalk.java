package dev.fermata.benchmarks.peers.javaflow;

import dev.fermata.benchmarks.peers.Tree;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** Walks a tree in order, by a method that calls itself. */
public final class JavaflowTreeWalk implements Runnable {
    private final Tree tree;

    /**
     * Makes one.
     *
     * @param tree what to walk
     */
    public JavaflowTreeWalk(Tree tree) {
        this.tree = tree;
    }

    @Override
    public @continuable void run() {
        walk(tree);
    }

    private static @continuable void walk(Tree tree) {
        if (tree != null) {
            walk(tree.left());
            Continuation.suspend(tree.value());
            walk(tree.right());
        }
    }
}
