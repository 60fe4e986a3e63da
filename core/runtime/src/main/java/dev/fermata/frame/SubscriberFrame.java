package dev.fermata.frame;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * The frame of an asynchronous generator that yields what a publisher publishes. It requests one element at a time and
 * awaits it.
 *
 * <pre>
 *   asked ──► request(1) ──► awaits the signal ──► onNext: yields     onComplete: ends     onError: fails
 * </pre>
 */
public final class SubscriberFrame extends AsyncGeneratorFrame {
    private static final int AWAITS = 1;
    private static final int HAS_YIELDED = 2;

    private final Flow.Publisher<?> publisher;
    private final Inbox inbox = new Inbox();

    /**
     * Makes one that has not subscribed.
     *
     * @param publisher the source, not null
     */
    public SubscriberFrame(Flow.Publisher<?> publisher) {
        this.publisher = Objects.requireNonNull(publisher, "publisher");
    }

    @Override
    public Object step(Object input, int depth) {
        int from = begin();
        if (from < 0) {
            return null;
        }
        try {
            Object given = from == 0 ? null : take(input);
            return from == AWAITS ? received(given) : awaitNext(from == 0, depth);
        } catch (Throwable error) {
            inbox.cancel();
            throw Throwing.asIs(fail(error));
        }
    }

    private Object awaitNext(boolean first, int depth) {
        CompletableFuture<Object> signal = inbox.expect();
        if (first) {
            publisher.subscribe(inbox);
        } else {
            inbox.request();
        }
        Frame wait = new StageFrame(signal);
        Object outcome = wait.step(null, depth + 1);
        if (wait.ended()) {
            return received(outcome);
        }
        delegateTo(wait, AWAITS);
        return outcome;
    }

    private Object received(Object signal) {
        if (signal == Inbox.END) {
            end();
            return null;
        }
        suspendAt(HAS_YIELDED);
        return yielding(signal);
    }

    @Override
    protected String method() {
        return "AsyncGenerator.from(" + publisher + ")";
    }

    /** Where the signals arrive, from any thread. */
    private static final class Inbox implements Flow.Subscriber<Object> {
        static final Object END = new Object();

        private final CompletableFuture<Object> terminal = new CompletableFuture<>();
        private volatile CompletableFuture<Object> expected;
        private Flow.Subscription subscription;
        private boolean isCancelled;

        /** What the next signal will complete; to be called before that is requested. */
        CompletableFuture<Object> expect() {
            CompletableFuture<Object> signal = new CompletableFuture<>();
            expected = signal;
            if (terminal.isDone()) {
                passOnEnd();
            }
            return signal;
        }

        void request() {
            subscription().request(1);
        }

        synchronized void cancel() {
            isCancelled = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            if (accept(given)) {
                given.request(1);
            } else {
                given.cancel();
            }
        }

        private synchronized boolean accept(Flow.Subscription given) {
            Objects.requireNonNull(given, "subscription");
            if (isCancelled || subscription != null) {
                return false;
            }
            subscription = given;
            return true;
        }

        private synchronized Flow.Subscription subscription() {
            return subscription;
        }

        @Override
        public void onNext(Object item) {
            expected.complete(Objects.requireNonNull(item, "item"));
        }

        @Override
        public void onError(Throwable error) {
            terminal.completeExceptionally(Objects.requireNonNull(error, "error"));
            passOnEnd();
        }

        @Override
        public void onComplete() {
            terminal.complete(END);
            passOnEnd();
        }

        /** One that comes after a value, and before the next is expected, waits in {@code terminal}. */
        private void passOnEnd() {
            CompletableFuture<Object> waiting = expected;
            terminal.whenComplete((end, error) -> {
                if (error == null) {
                    waiting.complete(end);
                } else {
                    waiting.completeExceptionally(error);
                }
            });
        }
    }
}
