package dev.fermata.context;

import dev.fermata.internal.ContextHolder;
import dev.fermata.internal.ContextMap;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;

/**
 * The values of all context variables, apart from any thread or task (PEP 567's {@code Context}). What runs in it keeps its
 * changes in it. Used by one thread at a time.
 */
public final class Context {
    private ContextMap map;
    private boolean isEntered;

    private Context(ContextMap map) {
        this.map = map;
    }

    /**
     * A copy of the context that the calling thread is in ({@code copy_context}).
     *
     * @return the copy
     */
    public static Context copy() {
        return new Context(ContextHolder.ofThread().map());
    }

    /**
     * A context without any value.
     *
     * @return the context
     */
    public static Context empty() {
        return new Context(ContextMap.EMPTY);
    }

    /**
     * Runs something in this context.
     *
     * @param <T> what it gives
     * @param what what to run, not null
     * @return what it gives
     * @throws IllegalStateException if something runs in this context already
     * @throws Exception what it throws
     */
    public <T> T call(Callable<T> what) throws Exception {
        enter();
        ContextHolder holder = ContextHolder.ofThread();
        ContextMap outer = holder.map();
        holder.set(map);
        try {
            return what.call();
        } finally {
            map = holder.map();
            holder.set(outer);
            isEntered = false;
        }
    }

    /**
     * Runs something in this context.
     *
     * @param what what to run, not null
     * @throws IllegalStateException if something runs in this context already
     */
    public void run(Runnable what) {
        enter();
        ContextHolder holder = ContextHolder.ofThread();
        ContextMap outer = holder.map();
        holder.set(map);
        try {
            what.run();
        } finally {
            map = holder.map();
            holder.set(outer);
            isEntered = false;
        }
    }

    /**
     * The value of a variable in this context.
     *
     * @param <T> its type
     * @param variable the variable, not null
     * @return the value, or the variable's default
     * @throws NoSuchElementException if there is neither
     */
    public <T> T get(ContextVariable<T> variable) {
        return variable.in(map);
    }

    private void enter() {
        if (isEntered) {
            throw new IllegalStateException("something runs in this context already: copy it");
        }
        isEntered = true;
    }
}
