package dev.fermata.tests.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A group of scenarios. Each runs on an instance of its own, so the global variables of the Python programs are fields.
 */
public abstract class Scenarios {
    private final Trace trace = new Trace();

    /** Makes a group with an empty trace. */
    protected Scenarios() {}

    /**
     * Adds a line to the trace.
     *
     * @param parts what it consists of
     */
    protected final void log(Object... parts) {
        trace.log(parts);
    }

    /**
     * Adds {@code label -> value}, or {@code label !! error}, to the trace.
     *
     * @param label what is attempted
     * @param operation what to do
     */
    protected final void attempt(String label, Callable<?> operation) {
        trace.attempt(label, operation);
    }

    /**
     * As the other one, for an operation without a value.
     *
     * @param label what is attempted
     * @param operation what to do
     */
    protected final void attempt(String label, Runnable operation) {
        trace.attempt(label, operation);
    }

    /**
     * Iterates to the end (Python's {@code list(iterable)}).
     *
     * @param iterable where the elements come from
     * @return the elements
     */
    protected static List<Object> listOf(Iterable<?> iterable) {
        List<Object> elements = new ArrayList<>();
        for (Object element : iterable) {
            elements.add(element);
        }
        return elements;
    }

    /**
     * Iterates to the end and counts (Python's {@code sum(1 for _ in iterable)}).
     *
     * @param iterable where the elements come from
     * @return how many there are
     */
    protected static int count(Iterable<?> iterable) {
        return listOf(iterable).size();
    }

    final List<String> lines() {
        return trace.lines();
    }
}
