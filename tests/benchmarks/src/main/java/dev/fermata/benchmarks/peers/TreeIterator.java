package dev.fermata.benchmarks.peers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks a tree in order, with a stack of its own. */
public final class TreeIterator implements Iterator<Integer> {
    /** The nodes whose left side is being walked, innermost first. */
    private final Deque<Tree> pending = new ArrayDeque<>();

    /**
     * Makes one.
     *
     * @param tree what to walk
     */
    public TreeIterator(Tree tree) {
        descend(tree);
    }

    @Override
    public boolean hasNext() {
        return !pending.isEmpty();
    }

    @Override
    public Integer next() {
        Tree node = pending.poll();
        if (node == null) {
            throw new NoSuchElementException();
        }
        descend(node.right());
        return node.value();
    }

    private void descend(Tree tree) {
        for (Tree node = tree; node != null; node = node.left()) {
            pending.push(node);
        }
    }
}
