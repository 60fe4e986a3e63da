package dev.fermata.loop;

import dev.fermata.AsyncGenerator;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.frame.Frame;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a generator for one value after the other, as long as there is demand.
 *
 * <pre>
 *            demand                          a value: onNext
 *   ──► is there any? ──► generator.next() ──────────────────► is there any?
 *            │  ▲                └─► the end: onComplete, or onError
 *            ▼  │ requested
 *           waits
 * </pre>
 */
final class PublisherPump extends CoroutineFrame {
    private static final int WAITS_FOR_DEMAND = 1;
    private static final int WAITS_FOR_VALUE = 2;

    /** Stands for the end of the generator. */
    private static final Object END = new Object();

    private final GeneratorSubscription subscription;
    private final AsyncGenerator<Object> generator;

    PublisherPump(GeneratorSubscription subscription, AsyncGenerator<Object> generator) {
        this.subscription = subscription;
        this.generator = generator;
    }

    @Override
    public Object step(Object input, int depth) {
        int from = begin();
        Object outcome = null;
        try {
            outcome = go(from, input, depth);
        } catch (Throwable failure) {
            subscription.failed(failure);
        }
        if (point() <= 0) {
            end();
        }
        return outcome;
    }

    /** Goes on until it has to wait or there is no more to do. */
    private Object go(int from, Object input, int depth) {
        int at = from;
        Object given = from == 0 ? null : take(input);
        while (at != WAITS_FOR_VALUE || accepts(given)) {
            if (subscription.isOver()) {
                subscription.stopped();
                return null;
            }
            CompletableFuture<Void> demand = subscription.awaitDemand();
            at = demand == null ? WAITS_FOR_VALUE : WAITS_FOR_DEMAND;
            Frame inner = enter(demand == null ? generator.next(END) : demand, depth);
            given = inner.step(null, depth + 1);
            if (!inner.ended()) {
                delegateTo(inner, at);
                return given;
            }
        }
        return null;
    }

    private boolean accepts(Object value) {
        if (value == END) {
            subscription.completed();
            return false;
        }
        return subscription.next(value);
    }

    @Override
    protected String method() {
        return "the publisher of " + generator;
    }
}
