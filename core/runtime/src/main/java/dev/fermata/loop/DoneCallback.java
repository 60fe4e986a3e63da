package dev.fermata.loop;

import dev.fermata.internal.ContextMap;
import java.util.function.Consumer;

/** Tells somebody that a promise or task is done; one object from when it is added until it has run. */
final class DoneCallback extends CallbackHandle implements Farewell {
    private final Consumer<? super Deferred<?>> action;

    /** What is done; null until it is. */
    private Deferred<?> done;

    DoneCallback(Consumer<? super Deferred<?>> action, ContextMap context) {
        super(null, context);
        this.action = action;
        runs(this);
    }

    /** Whether it is this that was added for an action. */
    boolean isFor(Consumer<?> other) {
        return action.equals(other);
    }

    /** Has the action run in the coming turn. */
    void tell(Deferred<?> source) {
        done = source;
        source.loop().addReady(this);
    }

    @Override
    Object what() {
        return super.what() == null ? null : action;
    }

    @Override
    public void run() {
        action.accept(done);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // it was added to be given this
    public void loopClosed() {
        if ((Consumer) action instanceof DeferredFuture.Copying copying) {
            copying.accept(done);
        }
    }
}
