package dev.fermata.context;

/**
 * Lets a thread-local of another library follow a task: the diagnostic context of a logger, the span of a tracer. A loop
 * that has been given one puts the task's value on the thread before each step of the task and takes it off afterwards; a
 * new task starts with the value of its spawner.
 *
 * <pre>{@code
 * loop.carry(ThreadCarrier.of(MDC::getCopyOfContextMap, MDC::setContextMap));
 * }</pre>
 */
public interface ThreadCarrier {
    /**
     * Reads the calling thread's value.
     *
     * @return the value, in a form that later changes on the thread do not touch; may be null
     */
    Object capture();

    /**
     * Puts a value on the calling thread.
     *
     * @param value what {@link #capture} has given, on this thread or another
     */
    void install(Object value);

    /**
     * Makes a carrier of a getter and a setter.
     *
     * @param <S> the type of the value
     * @param getter reads the calling thread's value, not null
     * @param setter puts a value on the calling thread, not null
     * @return the carrier
     */
    static <S> ThreadCarrier of(java.util.function.Supplier<S> getter, java.util.function.Consumer<? super S> setter) {
        return new ThreadCarrier() {
            @Override
            public Object capture() {
                return getter.get();
            }

            @Override
            @SuppressWarnings("unchecked") // it came from the getter
            public void install(Object value) {
                setter.accept((S) value);
            }
        };
    }
}
