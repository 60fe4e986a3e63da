package dev.fermata.frame;

import dev.fermata.StopAsyncIteration;

/** Raises an exception in an asynchronous generator and gives what it yields next. */
final class RaiseStep extends ExitStep {
    RaiseStep(AsyncGeneratorHandle handle, Throwable error) {
        super(handle, error);
    }

    @Override
    Object yielded(Object next) {
        return next;
    }

    @Override
    Object returned() {
        throw new StopAsyncIteration();
    }

    @Override
    String operation() {
        return "AsyncGenerator.raise";
    }
}
