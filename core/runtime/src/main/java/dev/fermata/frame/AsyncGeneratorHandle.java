package dev.fermata.frame;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.State;
import java.util.Objects;

/**
 * What users hold of an asynchronous generator. It is apart from the frame so that a loop, which keeps the frame to close
 * it, can see that its users have dropped it. Steps in progress and running loops keep the handle reachable.
 */
public final class AsyncGeneratorHandle implements AsyncGenerator<Object> {
    private final AsyncGeneratorFrame frame;

    AsyncGeneratorHandle(AsyncGeneratorFrame frame) {
        this.frame = frame;
    }

    AsyncGeneratorFrame frame() {
        return frame;
    }

    /**
     * Another handle of the same generator, which does not keep this one reachable.
     *
     * @return a new handle
     */
    public AsyncGenerator<Object> twin() {
        return new AsyncGeneratorHandle(frame);
    }

    @Override
    public Coroutine<Object> next() {
        return send(null);
    }

    @Override
    public Coroutine<Object> next(Object otherwise) {
        return new DefaultStep(announced(), otherwise);
    }

    @Override
    public Coroutine<Object> send(Object value) {
        return new SendStep(announced(), value);
    }

    @Override
    public Coroutine<Object> raise(Throwable error) {
        return new RaiseStep(announced(), Objects.requireNonNull(error, "error"));
    }

    @Override
    @SuppressWarnings("unchecked") // ends with null
    public Coroutine<Void> closeAsync() {
        return (Coroutine<Void>) (Coroutine<?>) new CloseStep(announced());
    }

    @Override
    public State state() {
        return frame.state();
    }

    @Override
    public String toString() {
        return frame.toString();
    }

    /** Itself, once the hooks of this thread know of it. */
    AsyncGeneratorHandle announced() {
        if (frame.isNews()) {
            AsyncGeneratorHooks hooks = AsyncGeneratorHooks.installed();
            if (hooks != null) {
                hooks.firstIteration(this);
            }
        }
        return this;
    }
}
