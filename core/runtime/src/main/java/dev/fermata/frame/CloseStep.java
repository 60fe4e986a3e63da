package dev.fermata.frame;

import dev.fermata.GeneratorExit;

/** Ends an asynchronous generator. */
final class CloseStep extends ExitStep {
    CloseStep(AsyncGeneratorHandle handle) {
        super(handle, new GeneratorExit());
    }

    @Override
    Object yielded(Object next) {
        throw generator.ignoredExit();
    }

    @Override
    Object returned() {
        return null;
    }

    @Override
    Object failed(Throwable error) {
        return error instanceof GeneratorExit ? null : super.failed(error);
    }

    @Override
    String operation() {
        return "AsyncGenerator.closeAsync";
    }
}
