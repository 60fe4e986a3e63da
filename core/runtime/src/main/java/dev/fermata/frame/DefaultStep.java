package dev.fermata.frame;

/** Asks an asynchronous generator for a value and has another one ready. */
final class DefaultStep extends SendStep {
    private final Object otherwise;

    DefaultStep(AsyncGeneratorHandle handle, Object otherwise) {
        super(handle, null);
        this.otherwise = otherwise;
    }

    @Override
    Object returned() {
        return otherwise;
    }
}
