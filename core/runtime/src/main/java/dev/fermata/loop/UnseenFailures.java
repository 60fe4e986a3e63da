package dev.fermata.loop;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Failures of tasks and promises that nobody has asked about yet. One is reported when its task can no longer be asked,
 * because it has been dropped, and at the latest when the loop closes.
 */
final class UnseenFailures {
    /** The failure of one task or promise, which it does not keep alive. */
    static final class Unseen extends WeakReference<Deferred<?>> {
        private final String what;
        private final Throwable error;

        private Unseen(Deferred<?> source, Throwable error, ReferenceQueue<Deferred<?>> dropped) {
            super(source, dropped);
            this.what = source.toString();
            this.error = error;
        }
    }

    private final EventLoop loop;
    private final ReferenceQueue<Deferred<?>> dropped = new ReferenceQueue<>();

    /** Without an equals of their own, so a hash set finds them by identity. */
    private final Set<Unseen> unseen = new LinkedHashSet<>();

    UnseenFailures(EventLoop loop) {
        this.loop = loop;
    }

    Unseen watch(Deferred<?> source, Throwable error) {
        Unseen one = new Unseen(source, error, dropped);
        unseen.add(one);
        loop.watchOneMore();
        return one;
    }

    /** Stops to watch it; false if it was not watched any more. */
    boolean seen(Unseen one) {
        boolean wasWatched = unseen.remove(one);
        if (wasWatched) {
            loop.watchOneLess();
        }
        return wasWatched;
    }

    void reportDropped() {
        for (Object one = dropped.poll(); one != null; one = dropped.poll()) {
            if (seen((Unseen) one)) {
                report((Unseen) one);
            }
        }
    }

    void reportAll() {
        Set<Unseen> left = new LinkedHashSet<>(unseen);
        left.forEach(this::seen);
        left.forEach(this::report);
    }

    private void report(Unseen one) {
        loop.report(new LoopFailure(loop, one.what + " failed and nobody awaited it", one.error, one.get()));
    }
}
