package dev.fermata.internal;

/**
 * The context that a thread is in. A loop fetches its thread's holder once and then changes context by writing a field:
 * setting a thread-local at every step of a task would cost more than the step.
 */
public final class ContextHolder {
    private static final ThreadLocal<ContextHolder> OF_THREAD = ThreadLocal.withInitial(ContextHolder::new);

    private ContextMap map = ContextMap.EMPTY;

    private ContextHolder() {}

    /**
     * The holder of the calling thread.
     *
     * @return the holder, to be used by this thread only
     */
    public static ContextHolder ofThread() {
        return OF_THREAD.get();
    }

    /**
     * What the thread is in.
     *
     * @return the values
     */
    public ContextMap map() {
        return map;
    }

    /**
     * Changes what the thread is in.
     *
     * @param changed the values, not null
     */
    public void set(ContextMap changed) {
        map = changed;
    }
}
