package dev.fermata.context;

import dev.fermata.internal.ContextHolder;
import dev.fermata.internal.ContextMap;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A variable with a value for each task (PEP 567's {@code ContextVar}). A task starts with the values that its spawner has
 * at that moment; what it sets, others do not see. A generator has no context of its own: it sees the values of whoever
 * resumes it.
 *
 * <p>Any thread may use it. Outside an event loop each thread has values of its own.
 *
 * @param <T> the type of its values
 */
public final class ContextVariable<T> {
    private static final Object ABSENT = new Object();

    private final String name;
    private final Object initial;

    private ContextVariable(String name, Object initial) {
        this.name = Objects.requireNonNull(name, "name");
        this.initial = initial;
    }

    /**
     * Makes a variable that has no value until it is set.
     *
     * @param <T> the type of its values
     * @param name for messages, not null
     * @return the variable; keep it in a static field
     */
    public static <T> ContextVariable<T> named(String name) {
        return new ContextVariable<>(name, ABSENT);
    }

    /**
     * Makes a variable that has a value where none is set.
     *
     * @param <T> the type of its values
     * @param name for messages, not null
     * @param initial the value, may be null
     * @return the variable; keep it in a static field
     */
    public static <T> ContextVariable<T> withDefault(String name, T initial) {
        return new ContextVariable<>(name, initial);
    }

    /**
     * The value in the current context.
     *
     * @return the value, or the default
     * @throws NoSuchElementException if there is neither
     */
    public T get() {
        return in(ContextHolder.ofThread().map());
    }

    /**
     * The value in the current context, or another one.
     *
     * @param otherwise what to give if nothing is set; the variable's own default is not looked at
     * @return the value
     */
    @SuppressWarnings("unchecked") // only set puts values in
    public T orElse(T otherwise) {
        return (T) ContextHolder.ofThread().map().get(this, otherwise);
    }

    /**
     * Sets the value in the current context.
     *
     * @param value the value, may be null
     * @return what takes the change back
     */
    public Change<T> set(T value) {
        ContextHolder holder = ContextHolder.ofThread();
        Object before = holder.map().get(this, ABSENT);
        holder.set(holder.map().with(this, value));
        return new Change<>(this, before);
    }

    @SuppressWarnings("unchecked") // only set puts values in
    T in(ContextMap map) {
        Object value = map.get(this, initial);
        if (value == ABSENT) {
            throw new NoSuchElementException(this + " has no value in this context: set it, or give it a default");
        }
        return (T) value;
    }

    @Override
    public String toString() {
        return "context variable " + name;
    }

    /**
     * One setting of a variable (PEP 567's {@code Token}). Closing it puts the former value back, so it fits a
     * try-with-resources statement.
     *
     * @param <T> the type of the variable's values
     */
    public static final class Change<T> implements AutoCloseable {
        private final ContextVariable<T> variable;
        private final Object before;
        private boolean undone;

        private Change(ContextVariable<T> variable, Object before) {
            this.variable = variable;
            this.before = before;
        }

        /**
         * Puts the value back that the variable had, in the current context. Does nothing the second time.
         */
        @Override
        public void close() {
            if (!undone) {
                undone = true;
                ContextHolder holder = ContextHolder.ofThread();
                ContextMap map = holder.map();
                holder.set(before == ABSENT ? map.without(variable) : map.with(variable, before));
            }
        }
    }
}
