package dev.fermata.frame;

/** A coroutine that ends at once with a value. */
public final class CompletedCoroutine extends CoroutineFrame {
    private final Object value;

    /**
     * Makes one.
     *
     * @param value its result; may be null
     */
    public CompletedCoroutine(Object value) {
        this.value = value;
    }

    @Override
    public Object step(Object input, int depth) {
        begin();
        end();
        return value;
    }

    @Override
    protected String method() {
        return "Coroutine.of";
    }
}
