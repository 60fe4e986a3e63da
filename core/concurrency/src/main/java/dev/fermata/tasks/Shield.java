package dev.fermata.tasks;

import dev.fermata.Cancellation;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.Forwarding;
import dev.fermata.loop.Promise;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Passes on what comes of something, but no request to cancel it (asyncio's {@code shield}).
 *
 * @param <T> the type of the value
 */
final class Shield<T> {
    private final Promise<T> outer;

    private Shield(Deferred<T> inner) {
        outer = Promise.cancelledBy(inner.loop(), new Inner(inner));
    }

    /** A request to cancel ends the shield, and what is behind it does not hear of it. */
    private final class Inner implements Forwarding {
        private final Deferred<T> inner;

        Inner(Deferred<T> inner) {
            this.inner = inner;
        }

        @Override
        public boolean test(String reason) {
            return outer.end(reason);
        }

        @Override
        public Collection<? extends Deferred<?>> behind() {
            return List.of(inner);
        }
    }

    static <T> Deferred<T> around(Deferred<T> inner) {
        if (inner.isDone()) {
            return inner;
        }
        Shield<T> shield = new Shield<>(inner);
        Consumer<Deferred<T>> passOn = shield::passOn;
        inner.onDone(passOn);
        // The failure of something whose shield has been cancelled is to be reported, so nobody must have looked at it.
        shield.outer.onDone(done -> inner.removeOnDone(passOn));
        return shield.outer;
    }

    private void passOn(Deferred<T> done) {
        if (outer.isDone()) {
            return;
        }
        Outcome<T> outcome = Outcome.of(done);
        if (outcome.failure() instanceof Cancellation cancelled) {
            outer.end(cancelled.reason());
        } else if (outcome.failure() != null) {
            outer.fail(outcome.failure());
        } else {
            outer.complete(outcome.get());
        }
    }
}
