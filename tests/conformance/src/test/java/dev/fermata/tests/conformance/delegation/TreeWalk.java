package dev.fermata.tests.conformance.delegation;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** Recursive delegation over a tree. */
public final class TreeWalk extends Scenarios {
    @Scenario("PEP380-30")
    public void walking_a_tree_in_order_combines_results_on_the_way_up() {
        Node root = new Node(50);
        for (int v : new int[] {30, 70, 20, 40, 60, 80, 35, 45, 65}) {
            root.insert(v);
        }
        log(listOf(counting(root)));
    }

    @Suspendable
    private Generator<Integer, Object, Void> counting(Node root) {
        int count = Generator.yieldFrom(walk(root));
        log("nodes", count);
        return null;
    }

    @Suspendable
    private static Generator<Integer, Object, Integer> walk(Node node) {
        int count = 1;
        if (node.left != null) {
            count += Generator.yieldFrom(walk(node.left));
        }
        Generator.yield(node.value);
        if (node.right != null) {
            count += Generator.yieldFrom(walk(node.right));
        }
        return Generator.returning(count);
    }

    private static final class Node {
        private final int value;
        private Node left;
        private Node right;

        Node(int value) {
            this.value = value;
        }

        void insert(int added) {
            if (added < value) {
                left = inserted(left, added);
            } else {
                right = inserted(right, added);
            }
        }

        private static Node inserted(Node child, int added) {
            if (child == null) {
                return new Node(added);
            }
            child.insert(added);
            return child;
        }
    }
}
