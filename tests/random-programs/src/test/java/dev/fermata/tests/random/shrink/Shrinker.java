package dev.fermata.tests.random.shrink;

import dev.fermata.tests.random.tree.Node;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes pieces off a program for as long as it still fails. */
public final class Shrinker {
    private final Predicate<Node> stillFails;
    private final int mostAttempts;
    private int attempts;

    /**
     * Prepares it.
     *
     * @param stillFails whether a smaller program fails in the same way; false for what is no program
     * @param mostAttempts when to be content with what has been reached
     */
    public Shrinker(Predicate<Node> stillFails, int mostAttempts) {
        this.stillFails = stillFails;
        this.mostAttempts = mostAttempts;
    }

    /**
     * Shrinks.
     *
     * @param failing a program that fails
     * @return one that fails, too, and of which no piece can be taken off
     */
    public Node shrink(Node failing) {
        Node smallest = failing;
        for (Optional<Node> next = Optional.of(failing); next.isPresent(); next = smaller(smallest)) {
            smallest = next.get();
        }
        return smallest;
    }

    private Optional<Node> smaller(Node failing) {
        return Variations.of(failing)
                .takeWhile(variation -> attempts++ < mostAttempts)
                .filter(stillFails)
                .findFirst();
    }
}
