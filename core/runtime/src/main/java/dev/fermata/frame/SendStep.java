package dev.fermata.frame;

import dev.fermata.StopAsyncIteration;
import dev.fermata.TypeMismatchException;

/** Resumes an asynchronous generator with a value, or with none. */
class SendStep extends AsyncStep {
    private Object value;

    SendStep(AsyncGeneratorHandle handle, Object value) {
        super(handle);
        this.value = value;
    }

    @Override
    final Object start(int depth) {
        if (generator.ended()) {
            return returned();
        }
        if (value != null && generator.isFresh()) {
            throw new TypeMismatchException(
                    generator + " has not started: only null can be sent, nothing waits for the value yet");
        }
        Object sent = value;
        value = null;
        return resumeGenerator(sent, depth);
    }

    @Override
    final Object yielded(Object next) {
        return next;
    }

    @Override
    Object returned() {
        throw new StopAsyncIteration();
    }

    @Override
    final String operation() {
        return "AsyncGenerator.next";
    }
}
