package dev.fermata.tests.validation;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.GeneratorExit;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * One run of a target method: what the method awaits comes from here, and what it does is logged here. The targets
 * see this class in both readings.
 */
public final class Trial {
    /** More than any target method logs; a run that never ends is stopped here. */
    private static final int TOO_MANY_EVENTS = 20_000;

    private static final ThreadLocal<Trial> CURRENT = new ThreadLocal<>();

    private final Input input;
    private final Mask mask;
    private final List<String> events = new ArrayList<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private Show show = new Show();
    private int points;
    private boolean isClosing;
    private boolean isSealed;
    private boolean hasIgnoredExit;

    Trial(Input input, Mask mask) {
        this.input = input;
        this.mask = mask;
    }

    /** The failure of a point made by {@link #at}. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    /** The failure of a point made by {@link #read}. */
    public static final class BrokenRead extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenRead(String message) {
            super(message);
        }
    }

    /** A failure that is no {@link Exception}. */
    public static final class Fatal extends Error {
        private static final long serialVersionUID = 1L;

        Fatal(String message) {
            super(message);
        }
    }

    /** What a point gives instead of the value expected. */
    public static final class Intruder {
        @Override
        public String toString() {
            return "intruder";
        }
    }

    /**
     * The trial that this thread runs, for code that cannot be handed one.
     *
     * @return the trial
     */
    public static Trial current() {
        return CURRENT.get();
    }

    /**
     * Something to await.
     *
     * @param <T> the type of its value
     * @param label its name in the log
     * @param value what awaiting it gives, unless the input has a fault here
     * @return the awaitable
     */
    public <T> Awaitable<T> at(String label, T value) {
        log("at", label);
        return new Point<>(this, label, value, Failure::new);
    }

    /**
     * Something to await that may fail with a checked exception.
     *
     * @param <T> the type of its value
     * @param label its name in the log
     * @param value what awaiting it gives, unless the input has a fault here
     * @return the awaitable
     * @throws IOException when awaited, if the input has a fault here
     */
    public <T> Awaitable<T> read(String label, T value) throws IOException {
        log("read", label);
        return new Point<>(this, label, value, BrokenRead::new);
    }

    /**
     * A stage to await: complete already, or completed later, with its failure bare or wrapped.
     *
     * @param <T> the type of its value
     * @param label its name in the log
     * @param value what it gives, unless the input has a fault here
     * @return the stage
     */
    @SuppressWarnings("unchecked") // an intruder is what a fault is about
    public <T> CompletableFuture<T> stage(String label, T value) {
        int point = nextPoint();
        Fault fault = faultAt(point);
        log("stage", label);
        CompletableFuture<T> future = new CompletableFuture<>();
        Runnable completion = () -> {
            switch (fault) {
                case FAILURE -> future.completeExceptionally(new Failure(label));
                case FATAL -> future.completeExceptionally(new Fatal(label));
                case WRONG_TYPE -> future.complete((T) new Intruder());
                case NULL -> future.complete(null);
                default -> future.complete(value);
            }
        };
        if (mask.pauses(point) == 0) {
            completion.run();
        } else {
            pending.add(completion);
        }
        return mask.raises(point) ? future.thenApply(same -> same) : future;
    }

    /** Completes the stage that has been waiting longest. */
    void completeOne() {
        Runnable completion = pending.poll();
        if (completion == null) {
            throw new AssertionError("waits for nothing");
        }
        completion.run();
    }

    /**
     * Something to loop over, each value of which is awaited.
     *
     * @param <T> the type of the values
     * @param label its name in the log
     * @param values what awaiting them gives, unless the input has a fault there
     * @return the generator
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // the values are of this type
    public final <T> AsyncGenerator<T> each(String label, T... values) {
        log("each", label);
        Iterator<? extends Awaitable<?>> points = IntStream.range(0, values.length)
                .mapToObj(i -> at(label + " " + i, values[i]))
                .iterator();
        return (AsyncGenerator<T>) (AsyncGenerator<?>) new PointsFrame(points).asAsyncGenerator();
    }

    /**
     * Logs that an expression is evaluated.
     *
     * @param <T> the type of its value
     * @param label its name in the log
     * @param value its value
     * @return the value
     */
    public <T> T see(String label, T value) {
        log("see " + label, value);
        return value;
    }

    /**
     * Logs an event.
     *
     * @param event what happened
     * @param values the values that belong to it
     */
    public void log(String event, Object... values) {
        if (isSealed) {
            return;
        }
        if (events.size() == TOO_MANY_EVENTS) {
            isSealed = true;
            throw new Fatal("the run does not end");
        }
        StringBuilder text = new StringBuilder(event);
        for (Object value : values) {
            text.append(' ').append(show.text(value));
        }
        events.add(text.toString());
    }

    Outcome run(Callable body) {
        Trial outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return end(body.call());
        } catch (Throwable error) {
            return end("threw " + show.text(error));
        } finally {
            CURRENT.set(outer);
        }
    }

    /** The part of a run that gives the text of its result. */
    interface Callable {
        String call() throws Throwable;
    }

    String text(Object value) {
        return show.text(value);
    }

    private Outcome end(String how) {
        return new Outcome(List.copyOf(events), hasIgnoredExit ? "ignored its exit" : how, points);
    }

    boolean isQuiet() {
        return events.isEmpty();
    }

    /**
     * Whether the generator is being closed.
     *
     * @return true from the exit on
     */
    public boolean isClosing() {
        return isClosing;
    }

    /** Forgets what has been logged, for a second run of the same object. */
    void restart() {
        events.clear();
        show = new Show();
        points = 0;
        isClosing = false;
        isSealed = false;
        hasIgnoredExit = false;
    }

    Mask mask() {
        return mask;
    }

    int nextPoint() {
        return points++;
    }

    Fault faultAt(int point) {
        return input.faultAt(point);
    }

    /**
     * What whoever drives a coroutine answers to {@code suspend}.
     *
     * @throws Failure or another throwable if the input has a fault here
     */
    Object answerTrap(Object trap) {
        log("suspended with", trap);
        return answer(true);
    }

    /** What whoever drives a generator answers to {@code yield}. */
    Object answerYield(Object value) {
        if (isClosing) {
            ignoreExit();
            throw new IgnoredExit();
        }
        log("yielded", value);
        return answer(input.sends());
    }

    /** Notes that a generator has yielded although it is being closed. What it does then is its own affair. */
    void ignoreExit() {
        isSealed = true;
        hasIgnoredExit = true;
    }

    private Object answer(boolean sends) {
        int point = nextPoint();
        switch (faultAt(point)) {
            case FAILURE:
                throw new Failure("answer " + point);
            case FATAL:
                throw new Fatal("answer " + point);
            case CLOSE:
                isClosing = true;
                throw new GeneratorExit();
            case WRONG_TYPE:
                return new Intruder();
            case NULL:
                return null;
            default:
                return sends ? point + 100 : null;
        }
    }

    /** Ends the blocking reading where a generator yields although it is being closed. */
    private static final class IgnoredExit extends Error {
        private static final long serialVersionUID = 1L;
    }
}
