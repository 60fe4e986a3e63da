package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.CallbackHandle;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.loop.TimeLimit;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A limit to the time that a part of a task may take (asyncio's {@code timeout}). When time is up the task is cancelled; the
 * body sees a {@link Cancellation} where it waits and may await what it needs to clean up; when it has ended of that, a
 * {@link TimedOutException} is thrown in its place. A body that ends in another way has its own result or failure after all.
 *
 * <pre>{@code
 * String answer = await(Timeout.after(Duration.ofSeconds(5), timeout -> {
 *     await(connection.send(question));
 *     return connection.receive();
 * }));
 * }</pre>
 *
 * <p>The body runs in the same task. A deadline that has passed acts at the next suspension, so a body that never suspends
 * has no limit. If the task is cancelled by somebody else as well, that is what it ends of. Timeouts nest. Confined to the
 * loop's thread.
 */
public final class Timeout implements TimeLimit {
    private enum Stage {
        CREATED("has not been entered"),
        ENTERED("has been entered already"),
        EXPIRING("has run out of time"),
        EXPIRED("has run out of time"),
        ENDED("has ended");

        private final String words;

        Stage(String words) {
            this.words = words;
        }
    }

    /** From when it is entered; null if there is a deadline instead, or no limit at all. */
    private final Duration limit;

    private OptionalLong deadline;
    private Stage stage = Stage.CREATED;
    private Task<?> owner;

    /** The requests to cancel the owner that were there before. */
    private int requestsBefore;

    /** Null if there is no deadline, and once it has rung. */
    private CallbackHandle alarm;

    private Timeout(Duration limit, OptionalLong deadline) {
        this.limit = limit;
        this.deadline = deadline;
    }

    /**
     * Makes a limit that counts from when it is entered.
     *
     * @param limit how long the body may take; if zero or negative, it is cancelled where it first suspends
     * @return a limit to be entered
     */
    public static Timeout after(Duration limit) {
        return new Timeout(Objects.requireNonNull(limit, "limit"), OptionalLong.empty());
    }

    /**
     * Makes a limit that ends at a time.
     *
     * @param nanos the time, on the clock of {@link EventLoop#time}; it may have passed
     * @return a limit to be entered
     */
    public static Timeout at(long nanos) {
        return new Timeout(null, OptionalLong.of(nanos));
    }

    /**
     * Makes one without a limit, which {@link #reschedule} may set.
     *
     * @return a limit to be entered
     */
    public static Timeout unlimited() {
        return new Timeout(null, OptionalLong.empty());
    }

    /**
     * Runs a body that may take a certain time.
     *
     * @param <T> what the body returns
     * @param limit how long, from when the coroutine starts; not null
     * @param body what to run; gets the timeout
     * @return gives what the body returns; throws {@link TimedOutException} if it was stopped
     */
    public static <T> Coroutine<T> after(Duration limit, Body<? super Timeout, ? extends T> body) {
        return after(limit).enter(body);
    }

    /**
     * Runs a body that may take until a certain time.
     *
     * @param <T> what the body returns
     * @param nanos the time, on the clock of {@link EventLoop#time}; it may have passed
     * @param body what to run; gets the timeout
     * @return gives what the body returns; throws {@link TimedOutException} if it was stopped
     */
    public static <T> Coroutine<T> at(long nanos, Body<? super Timeout, ? extends T> body) {
        return at(nanos).enter(body);
    }

    /**
     * Runs a body within this limit. It can be done once.
     *
     * @param <T> what the body returns
     * @param body what to run; gets this
     * @return gives what the body returns; throws {@link TimedOutException} if it was stopped, and {@link
     *     IllegalStateException} if this has been entered before or no task runs
     */
    @Suspendable
    public <T> Coroutine<T> enter(Body<? super Timeout, ? extends T> body) {
        begin();
        T value;
        try {
            value = await(Bodies.start(body, this));
        } catch (Throwable error) {
            throw Bodies.asIs(end(error));
        }
        end(null);
        return Coroutine.of(value);
    }

    /**
     * Moves the deadline.
     *
     * @param fromNow how long the body may go on; if zero or negative, time is up in the next turn
     * @throws IllegalStateException unless the body is running and has time left
     */
    public void reschedule(Duration fromNow) {
        checkRunning();
        rescheduleAt(deadlineAfter(Objects.requireNonNull(fromNow, "fromNow")));
    }

    /**
     * Moves the deadline.
     *
     * @param nanos when time is up, on the clock of {@link EventLoop#time}
     * @throws IllegalStateException unless the body is running and has time left
     */
    public void rescheduleAt(long nanos) {
        checkRunning();
        stopAlarm();
        EventLoop loop = owner.loop();
        deadline = OptionalLong.of(nanos);
        alarm = nanos - loop.time() <= 0 ? loop.callSoon(this::timeUp) : loop.callAt(nanos, this::timeUp);
    }

    /**
     * Takes the deadline away.
     *
     * @throws IllegalStateException unless the body is running and has time left
     */
    public void disable() {
        checkRunning();
        stopAlarm();
        deadline = OptionalLong.empty();
    }

    /**
     * When time is up.
     *
     * @return nanoseconds on the clock of {@link EventLoop#time}; empty if there is no deadline, or it counts from when the
     *     timeout is entered and that has not happened
     */
    public OptionalLong deadline() {
        return deadline;
    }

    /** For those who look at the loop: a body that has been cancelled and goes on may take as long as it likes. */
    @Override
    public OptionalLong endsWaitAt() {
        return stage == Stage.ENTERED ? deadline : OptionalLong.empty();
    }

    /**
     * Whether time was up before the body had ended. It may have ended with a result of its own all the same.
     *
     * @return true if the task has been cancelled for it
     */
    public boolean isExpired() {
        return stage == Stage.EXPIRING || stage == Stage.EXPIRED;
    }

    @Override
    public String toString() {
        return "timeout" + (limit == null ? "" : " of " + limit) + " that " + stage.words;
    }

    private void begin() {
        if (stage != Stage.CREATED) {
            throw misuse("entered");
        }
        owner = Task.current();
        if (owner == null) {
            throw new IllegalStateException("a timeout is entered by the task that it limits, and no task runs");
        }
        stage = Stage.ENTERED;
        requestsBefore = owner.cancelling();
        if (limit != null) {
            deadline = OptionalLong.of(deadlineAfter(limit));
        }
        if (deadline.isPresent()) {
            rescheduleAt(deadline.getAsLong());
        }
    }

    /** What is to be thrown for what the body has thrown; null if it has returned. */
    private Throwable end(Throwable error) {
        stopAlarm();
        if (stage == Stage.ENTERED) {
            stage = Stage.ENDED;
            return error;
        }
        stage = Stage.EXPIRED;
        boolean isOurs = owner.uncancel() <= requestsBefore; // or else somebody wants the task to stop altogether
        if (isOurs && error instanceof Cancellation) {
            return new TimedOutException(limit == null ? "time is up" : "not done within " + limit, error);
        }
        return error;
    }

    private void timeUp() {
        alarm = null;
        stage = Stage.EXPIRING;
        owner.cancel();
    }

    private void stopAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    /** Clocks wrap, so half their range is the longest that counts as later. */
    private long deadlineAfter(Duration delay) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return owner.loop().time() + (delay.compareTo(longest) < 0 ? Math.max(0, delay.toNanos()) : longest.toNanos());
    }

    private void checkRunning() {
        if (stage != Stage.ENTERED) {
            throw misuse("rescheduled");
        }
    }

    private IllegalStateException misuse(String operation) {
        return new IllegalStateException("the " + this + " cannot be " + operation);
    }
}
