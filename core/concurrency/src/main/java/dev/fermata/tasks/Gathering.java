package dev.fermata.tasks;

import dev.fermata.Cancellation;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Forwarding;
import dev.fermata.loop.Promise;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One promise for many (asyncio's {@code gather}). A request to cancel it goes to all of them; it ends when they have.
 *
 * @param <T> what they give
 * @param <R> what the list of the result holds for each
 */
final class Gathering<T, R> {
    /** One may occur twice: then it tells twice that it is done, which is cheaper than to sort out which do. */
    private final List<Deferred<T>> children;

    private final Function<Deferred<T>, R> entry;
    private final boolean failsFast;
    private final Promise<List<R>> all;
    private boolean isCancelling;
    private int left;
    private Cancellation requested;

    /**
     * Starts to wait.
     *
     * @param entry what the list is to hold for one that is done
     * @param failsFast whether the first failure ends it
     */
    Gathering(EventLoop loop, List<Deferred<T>> children, Function<Deferred<T>, R> entry, boolean failsFast) {
        this.children = children;
        this.entry = entry;
        this.failsFast = failsFast;
        this.left = children.size();
        this.all = Promise.cancelledBy(loop, new Children());
    }

    Deferred<List<R>> start() {
        if (children.isEmpty()) {
            finish();
        }
        Consumer<Deferred<T>> observer = this::done;
        for (Deferred<T> child : children) {
            child.onDone(observer);
        }
        return all;
    }

    /** What the promise stands for. */
    private final class Children implements Forwarding {
        @Override
        public boolean test(String reason) {
            return cancel(reason);
        }

        @Override
        public Collection<? extends Deferred<?>> behind() {
            return children;
        }
    }

    /**
     * The promise itself ends only with its children, which may need time to clean up, or refuse. But if one of them waits for
     * somebody who awaits the promise, the request comes back here, and the ring would never open: then the promise ends.
     */
    private boolean cancel(String reason) {
        if (isCancelling) {
            return all.end(reason);
        }
        boolean reached = false;
        isCancelling = true;
        try {
            for (Deferred<T> child : new LinkedHashSet<>(children)) {
                reached |= child.cancel(reason);
            }
        } finally {
            isCancelling = false;
        }
        if (reached) {
            requested = new Cancellation(reason);
        }
        return reached;
    }

    private void done(Deferred<T> child) {
        left--;
        Throwable failure = Outcome.of(child).failure(); // seen, even if it comes too late to be passed on
        if (all.isDone()) {
            return;
        }
        if (failsFast && failure != null) {
            fail(failure);
        } else if (left == 0) {
            finish();
        }
    }

    private void finish() {
        if (requested != null) {
            fail(requested);
        } else {
            all.complete(children.stream().map(entry).toList());
        }
    }

    /** A child that was cancelled has not cancelled the whole, so the cancellation is a failure of the whole, as in asyncio. */
    private void fail(Throwable failure) {
        all.fail(failure);
        if (failure instanceof Cancellation) {
            all.failure(); // seen: nobody need be told of a cancellation
        }
    }
}
