package dev.fermata.benchmarks.peers.kilim;

import dev.fermata.benchmarks.peers.Tree;
import kilim.Generator;
import kilim.Pausable;

/** Walks a tree in order, by a method that calls itself. */
public final class KilimTreeWalk extends Generator<Integer> {
    private final Tree tree;

    /**
     * Makes one.
     *
     * @param tree what to walk
     */
    public KilimTreeWalk(Tree tree) {
        this.tree = tree;
    }

    @Override
    public void execute() throws Pausable {
        walk(tree);
    }

    private void walk(Tree tree) throws Pausable {
        if (tree != null) {
            walk(tree.left());
            this.yield(tree.value());
            walk(tree.right());
        }
    }
}
