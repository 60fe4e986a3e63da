package dev.fermata.tests.conformance;

import dev.fermata.AlreadyExecutingException;
import dev.fermata.Cancellation;
import dev.fermata.GeneratorExit;
import dev.fermata.InvalidStateException;
import dev.fermata.StopAsyncIteration;
import dev.fermata.StopIteration;
import dev.fermata.TypeMismatchException;
import dev.fermata.io.IncompleteReadException;
import dev.fermata.io.LimitOverrunException;
import dev.fermata.io.LineTooLongException;
import dev.fermata.tasks.ExceptionGroup;
import dev.fermata.tasks.TimedOutException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The output of a scenario, in words that are the same for Python and Java. */
public final class Trace {
    private final List<String> lines = new ArrayList<>();

    Trace() {}

    void log(Object... parts) {
        lines.add(Arrays.stream(parts).map(Trace::show).collect(Collectors.joining(" ")));
    }

    void attempt(String label, Callable<?> operation) {
        Object value;
        try {
            value = operation.call();
        } catch (Throwable error) {
            log(label, "!!", error);
            return;
        }
        log(label, "->", value);
    }

    void attempt(String label, Runnable operation) {
        attempt(label, () -> {
            operation.run();
            return null;
        });
    }

    List<String> lines() {
        return lines;
    }

    /**
     * One value as it stands in a trace.
     *
     * @param value any value, may be null
     * @return its text
     */
    public static String show(Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(Trace::show).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Throwable error ? token(error) : value.toString();
    }

    /** The word for an error; an error that has none is shown as it is and makes the trace differ. */
    private static String token(Throwable error) {
        if (error instanceof StopIteration stop) {
            return "STOP(" + show(stop.value()) + ")";
        }
        if (error instanceof GeneratorExit) {
            return "GENERATOR_EXIT";
        }
        if (error instanceof Cancellation cancellation) {
            return cancellation.reason() == null ? "CANCELLED" : "CANCELLED(" + cancellation.reason() + ")";
        }
        // These two stand before the case of which they are subclasses.
        if (error instanceof AlreadyExecutingException) {
            return "VALUE_ERROR";
        }
        if (error instanceof InvalidStateException) {
            return "INVALID_STATE";
        }
        if (error instanceof IllegalStateException) {
            return "RUNTIME_ERROR";
        }
        if (error instanceof TimedOutException) {
            return "TIMEOUT";
        }
        if (error instanceof ExceptionGroup group) {
            boolean isOrdinary = group.exceptions().stream().allMatch(Exception.class::isInstance);
            return (isOrdinary ? "GROUP" : "BASE_GROUP") + show(group.exceptions());
        }
        if (error instanceof TypeMismatchException || error instanceof ClassCastException) {
            return "TYPE_ERROR";
        }
        if (error instanceof IllegalArgumentException) { // after the case above, a subclass of it
            return "VALUE_ERROR";
        }
        if (error instanceof UnsupportedOperationException) {
            return "NO_METHOD";
        }
        if (error instanceof StopAsyncIteration) {
            return "STOP_ASYNC";
        }
        if (error instanceof NoSuchElementException) {
            return "LOOKUP_ERROR";
        }
        if (error instanceof IOException failure) {
            return tokenOfStreams(failure);
        }
        return error instanceof ScenarioException own ? own.token() : error.toString();
    }

    private static String tokenOfStreams(IOException error) {
        if (error instanceof IncompleteReadException read) {
            String expected = read.expected().isPresent()
                    ? Integer.toString(read.expected().getAsInt())
                    : "none";
            return "INCOMPLETE_READ(" + new String(read.partial(), StandardCharsets.ISO_8859_1) + ", " + expected + ")";
        }
        if (error instanceof LimitOverrunException overrun) {
            return "LIMIT_OVERRUN(" + overrun.consumed() + ")";
        }
        if (error instanceof LineTooLongException) {
            return "VALUE_ERROR";
        }
        return error instanceof ConnectException ? "CONNECTION_REFUSED" : error.toString();
    }
}
