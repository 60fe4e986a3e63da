package dev.fermata.context;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets a thread-local of another library follow a task: the diagnostic context of a logger, the span of a tracer. A loop
 * that has been given one puts the task's value on the thread before each step of the task and takes it off afterwards; what
 * the task changes meanwhile, it finds again at its next step. A new task, a callback and work that is
 * {@linkplain dev.fermata.loop.EventLoop#offload offloaded} start with the value of who asked for them, on whatever thread
 * that was.
 *
 * <pre>{@code
 * loop.carry(ThreadCarrier.of(MDC::getCopyOfContextMap, MDC::setContextMap));
 * loop.carry(ThreadCarrier.scoped(Context::current, Context::makeCurrent)); // OpenTelemetry's
 * }</pre>
 *
 * <p>A carrier may be used by several threads at once, each for a value of its own.
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
     * @return what puts back the value that the thread had, not null; this thread closes it, and what it has installed
     *     later it closes first
     */
    Installed install(Object value);

    /** A value that is on a thread until this is closed. */
    interface Installed extends AutoCloseable {
        /** Puts back the value that the thread had before, whatever the value has become meanwhile. */
        @Override
        void close();
    }

    /**
     * Makes a carrier of a getter and a setter.
     *
     * @param <S> the type of the value
     * @param getter reads the calling thread's value, not null
     * @param setter puts a value on the calling thread, not null; must take what the getter gives, null if it does
     * @return the carrier
     */
    static <S> ThreadCarrier of(Supplier<? extends S> getter, Consumer<? super S> setter) {
        return new SetValue<>(Objects.requireNonNull(getter, "getter"), Objects.requireNonNull(setter, "setter"));
    }

    /**
     * Makes a carrier of a getter and a method that makes a value current until what it gives is closed.
     *
     * <p>A task that has a scope of its own open while it is suspended may close it later, as long as the library asks no
     * more of that than that the value be current again; then the thread's former value is made current by a scope that
     * stays open.
     *
     * @param <S> the type of the value
     * @param getter reads the calling thread's value, not null
     * @param opener makes a value current on the calling thread, not null; must take what the getter gives
     * @return the carrier
     */
    static <S> ThreadCarrier scoped(Supplier<? extends S> getter, Function<? super S, ? extends AutoCloseable> opener) {
        return new ScopeValue<>(Objects.requireNonNull(getter, "getter"), Objects.requireNonNull(opener, "opener"));
    }
}
