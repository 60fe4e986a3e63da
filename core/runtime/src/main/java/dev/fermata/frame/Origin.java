package dev.fermata.frame;

/** What has failed that several may wait for, so that each of them can be shown how the failure came to it. */
public final class Origin {
    private final String name;

    /** The trace of the failure before anybody waited for it; null until somebody does. */
    private StackTraceElement[] trace;

    /**
     * Makes one.
     *
     * @param name what has failed, for the trace; null for something without a name
     */
    public Origin(String name) {
        this.name = name;
    }

    StackTraceElement[] traceOf(Throwable error) {
        if (trace == null) {
            trace = error.getStackTrace();
        }
        return trace;
    }

    String describe() {
        return name == null ? "awaited by" : name + ", awaited by";
    }
}
