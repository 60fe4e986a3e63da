package dev.fermata.frame;

/** A generator that yields nothing and ends with a value. */
public final class CompletedGenerator extends GeneratorFrame {
    private final Object value;

    /**
     * Makes one.
     *
     * @param value its result; may be null
     */
    public CompletedGenerator(Object value) {
        this.value = value;
    }

    @Override
    public Object step(Object input, int depth) {
        if (begin() < 0) {
            return null;
        }
        keepResult(value);
        end();
        return value;
    }

    @Override
    protected String method() {
        return "Generator.returning";
    }
}
