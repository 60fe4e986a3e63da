package dev.fermata.loop;

import dev.fermata.AsyncGenerator;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.State;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run of a generator for one subscriber. {@link PublisherPump} runs it and gives the signals; what is here tells the
 * pump, from any thread, whether to go on.
 */
final class GeneratorSubscription implements Flow.Subscription {
    /** The loop on which everything runs; null if it runs in place. */
    private final EventLoop loop = EventLoop.currentOrNull();

    private final AsyncGenerator<Object> generator;
    private final Flow.Subscriber<? super Object> subscriber;
    private final AtomicLong demand = new AtomicLong();

    /** What the pump waits for while there is no demand; null while it does not. */
    private final AtomicReference<CompletableFuture<Void>> waiting = new AtomicReference<>();

    /** The pump; null until it has first suspended. */
    private volatile CompletableFuture<?> pump;

    private volatile boolean isCancelled;

    /** What is wrong with a request. */
    private volatile IllegalArgumentException complaint;

    GeneratorSubscription(AsyncGenerator<Object> generator, Flow.Subscriber<? super Object> subscriber) {
        this.generator = generator;
        this.subscriber = subscriber;
    }

    void start() {
        try {
            subscriber.onSubscribe(this);
        } catch (Throwable failure) {
            refused(failure);
            EventLoop.rethrowIfFatal(failure);
            return;
        }
        pump = run(new PublisherPump(this, generator));
        if (isOver()) {
            pump.cancel(true); // asked for meanwhile, when there was no pump to tell
        }
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            complaint = new IllegalArgumentException(
                    "a subscriber has requested " + count + " elements: reactive streams (3.9) want a positive number");
            interrupt();
            return;
        }
        demand.accumulateAndGet(count, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        wake();
    }

    @Override
    public void cancel() {
        isCancelled = true;
        interrupt();
    }

    private void interrupt() {
        wake();
        CompletableFuture<?> started = pump;
        if (started != null) {
            started.cancel(true);
        }
    }

    private void wake() {
        CompletableFuture<Void> waited = waiting.getAndSet(null);
        if (waited != null) {
            waited.complete(null);
        }
    }

    /** Whether no more values are wanted. */
    boolean isOver() {
        return isCancelled || complaint != null;
    }

    /** What to wait for before the generator is asked for a value; null if that may be done now, for one value. */
    CompletableFuture<Void> awaitDemand() {
        if (takeDemand()) {
            return null;
        }
        CompletableFuture<Void> wait = new CompletableFuture<>();
        waiting.set(wait);
        if (isOver() || demand.get() > 0) { // whoever asked may not have seen it
            wake();
        }
        return wait;
    }

    private boolean takeDemand() {
        long had = demand.get();
        if (had == 0) {
            return false;
        }
        if (had != Long.MAX_VALUE) {
            demand.decrementAndGet();
        }
        return true;
    }

    /** Gives a value; false if the subscriber cannot take it. */
    boolean next(Object value) {
        if (isOver()) {
            return true; // it may no longer be given one, and the pump is about to notice
        }
        if (value == null) {
            close();
            error(new NullPointerException(generator + " has yielded null, which cannot be published"));
            return false;
        }
        try {
            subscriber.onNext(value);
            return true;
        } catch (Throwable failure) {
            refused(failure);
            EventLoop.rethrowIfFatal(failure);
            return false;
        }
    }

    /** The generator has come to its end. */
    void completed() {
        if (isOver()) {
            stopped();
        } else {
            isCancelled = true;
            signalEnd(subscriber::onComplete);
        }
    }

    /** The generator, or the wait for demand, has failed. */
    void failed(Throwable failure) {
        boolean asked = isOver();
        stopped();
        if (asked && !(failure instanceof Cancellation)) {
            Log.LOGGER.log(Level.WARNING, generator + " failed after its subscriber had cancelled", failure);
        } else if (!asked) {
            error(failure instanceof Cancellation cancellation ? asJdk(cancellation) : failure);
        }
        EventLoop.rethrowIfFatal(failure);
    }

    /** No more is wanted. */
    void stopped() {
        close();
        IllegalArgumentException wrong = complaint;
        if (wrong != null && !isCancelled) {
            error(wrong);
        }
    }

    private void error(Throwable failure) {
        isCancelled = true;
        signalEnd(() -> subscriber.onError(failure));
    }

    private void signalEnd(Runnable signal) {
        try {
            signal.run();
        } catch (Throwable failure) {
            refused(failure);
            EventLoop.rethrowIfFatal(failure);
        }
    }

    private void refused(Throwable failure) {
        isCancelled = true;
        close();
        Log.LOGGER.log(
                Level.WARNING,
                "the subscriber " + subscriber
                        + " has thrown an exception, which reactive streams (2.13) forbid, and gets" + " no more of "
                        + generator,
                failure);
    }

    /** By a run of its own, because a request to stop the pump may still reach that where it next waits. */
    private void close() {
        if (generator.state() != State.CLOSED) {
            run(generator.closeAsync()).whenComplete((nothing, failure) -> {
                if (failure != null) {
                    Log.LOGGER.log(Level.WARNING, "closing " + generator + " failed", failure);
                }
            });
        }
    }

    private CompletableFuture<?> run(Coroutine<?> coroutine) {
        return loop == null ? Futures.startInPlace(coroutine) : DeferredFuture.ofStarted(loop.spawnEagerly(coroutine));
    }

    private static CancellationException asJdk(Cancellation cancellation) {
        CancellationException cancelled = new CancellationException(cancellation.reason());
        cancelled.initCause(cancellation);
        return cancelled;
    }
}
