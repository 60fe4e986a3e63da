package dev.fermata.loop;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * Takes the requests to cancel for a promise that stands for others, as that of {@code gather} does, and says for which, so that
 * who looks at the loop sees through it.
 *
 * @see Promise#cancelledBy
 */
public interface Forwarding extends Predicate<String> {
    /**
     * What the promise waits for.
     *
     * @return promises and tasks, done or not
     */
    Collection<? extends Deferred<?>> behind();
}
