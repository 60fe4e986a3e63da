package dev.fermata.testkit;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An event loop for a test: its time is a {@link VirtualClock}, the order of its tasks a {@link TaskOrder}, and at the end it
 * fails if a task or a timer is left or a failure has been seen by nobody.
 *
 * <pre>{@code
 * TestLoop.once(() -> {                               // in virtual time
 *     await(EventLoop.sleep(Duration.ofHours(1)));
 *     return null;
 * });
 * TestLoop.permuted(1000, loop -> transfers(loop));   // in a thousand orders of its tasks
 * }</pre>
 *
 * <p>With JUnit Jupiter, {@code dev.fermata.testkit.junit.LoopTest} gives each test method one. Of one thread.
 */
public final class TestLoop implements AutoCloseable {
    private final VirtualClock clock;
    private final TaskOrder order;
    private final EventLoop loop;
    private final Sequencer sequencer = new Sequencer();
    private final List<LoopFailure> failures = new ArrayList<>();
    private boolean mayLeave;
    private boolean hasFailed;
    private boolean isStuck;
    private boolean isClosed;

    private TestLoop(TestSettings settings, TaskOrder order) {
        this.clock = new VirtualClock(settings.startNanos(), settings.timeout());
        this.order = Objects.requireNonNull(order, "order");
        order.onPick(clock::stepTaken);
        this.loop = new EventLoop(clock, order);
        loop.setExceptionHandler(failures::add);
    }

    /**
     * Makes a loop that runs tasks by arrival.
     *
     * @return the loop, to be closed
     */
    public static TestLoop open() {
        return open(TestSettings.DEFAULT, TaskOrder.byArrival());
    }

    /**
     * Makes a loop.
     *
     * @param settings its clock, not null
     * @param order fresh, not null
     * @return the loop, to be closed
     */
    public static TestLoop open(TestSettings settings, TaskOrder order) {
        return new TestLoop(settings, order);
    }

    /**
     * Runs a test, its tasks by arrival.
     *
     * @param <T> what it returns
     * @param body the test, not null
     * @return what it returns; its failure is thrown as it is
     * @throws LoopStuckError if it does not get on
     * @throws LeftoversError if it leaves something behind
     */
    public static <T> T once(TestBody<T> body) {
        try (TestLoop loop = open()) {
            return loop.run(body);
        }
    }

    /**
     * Runs a test that uses its loop, its tasks by arrival.
     *
     * @param <T> what it returns
     * @param body the test, not null
     * @return what it returns; its failure is thrown as it is
     * @throws LoopStuckError if it does not get on
     * @throws LeftoversError if it leaves something behind
     */
    public static <T> T once(LoopTestBody<T> body) {
        try (TestLoop loop = open()) {
            return loop.run(() -> body.start(loop));
        }
    }

    /**
     * Runs a test many times, each time in another order of the tasks that are ready together; first by arrival. Stops at the
     * first failure, and when there was nothing to choose. System properties can change the orders, see {@link TaskOrders}.
     *
     * @param <T> what it returns; nobody looks at it
     * @param orders how many orders, at least 1
     * @param body the test, not null; makes afresh whatever it changes
     * @throws OrderError if it fails in an order that is not by arrival, with the failure as its cause
     */
    public static <T> void permuted(int orders, LoopTestBody<T> body) {
        permuted(orders, TestSettings.DEFAULT, body);
    }

    /**
     * Runs a test many times, each time in another order.
     *
     * @param <T> what it returns; nobody looks at it
     * @param orders how many orders, at least 1
     * @param settings how each run is to be, not null
     * @param body the test, not null; makes afresh whatever it changes
     * @throws OrderError if it fails in an order that is not by arrival, with the failure as its cause
     */
    public static <T> void permuted(int orders, TestSettings settings, LoopTestBody<T> body) {
        for (TaskOrder order : TaskOrders.choose(orders)) {
            try (TestLoop loop = open(settings, order)) {
                loop.run(() -> body.start(loop));
            } catch (Throwable failure) {
                throw order.failed(failure, orders);
            }
            if (order.choices() == 0) {
                return;
            }
        }
    }

    /**
     * Runs a coroutine on the loop to its end. Other tasks stay where they are; more can be run.
     *
     * @param <T> what it returns
     * @param body makes the coroutine, not null
     * @return what it returns; its failure is thrown as it is
     * @throws LoopStuckError if it does not get on
     */
    public <T> T run(TestBody<T> body) {
        Objects.requireNonNull(body, "body");
        try {
            return loop.runUntilComplete(loop.spawn("test", started(body)));
        } catch (Throwable failure) {
            hasFailed = true;
            isStuck = failure instanceof LoopStuckError;
            throw failure;
        }
    }

    @Suspendable
    private static <T> Coroutine<T> started(TestBody<T> body) {
        try {
            return body.start();
        } catch (Exception e) {
            throw Sneaky.asIs(e);
        }
    }

    /**
     * The loop itself.
     *
     * @return the loop
     */
    public EventLoop loop() {
        return loop;
    }

    /**
     * The loop's clock.
     *
     * @return the clock
     */
    public VirtualClock clock() {
        return clock;
    }

    /**
     * The order of the tasks.
     *
     * @return the order
     */
    public TaskOrder order() {
        return order;
    }

    /**
     * Ordered expectations for this test, checked at its end.
     *
     * @return always the same sequence
     */
    public Sequencer sequencer() {
        return sequencer;
    }

    /**
     * How much virtual time has passed.
     *
     * @return the time
     */
    public Duration elapsed() {
        return clock.elapsed();
    }

    /** Allows tasks and timers to be left at the end. They are cancelled then; failures still fail the test. */
    public void allowLeftovers() {
        mayLeave = true;
    }

    /**
     * Takes what the loop's exception handler has been told, for a test that expects it. What is not taken fails the test.
     *
     * @return the failures, in the order of their coming
     */
    public List<LoopFailure> takeFailures() {
        List<LoopFailure> taken = List.copyOf(failures);
        failures.clear();
        return taken;
    }

    /**
     * Ends the loop: cancels what is left, and then says what it was. A test that has failed already is not blamed for tasks
     * it has left. Does nothing the second time.
     *
     * @throws LeftoversError if something has been left that must not be
     */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        List<String> leftovers = hasFailed ? List.of() : leftovers();
        if (isStuck) {
            loop.close(); // its tasks have shown that they do not end by themselves
        } else {
            loop.shutDown();
        }
        if (!leftovers.isEmpty() || !failures.isEmpty()) {
            throw new LeftoversError(leftovers, failures);
        }
    }

    private List<String> leftovers() {
        List<String> found = new ArrayList<>();
        String unfinished = sequencer.unfinished();
        if (unfinished != null) {
            found.add(unfinished);
        }
        if (!mayLeave && !loop.isClosed()) {
            if (!loop.tasks().isEmpty()) {
                found.add("tasks that have not ended: " + WaitingTasks.of(loop));
            } else if (loop.statistics().timers() > 0) {
                found.add("timers that have not fired: " + loop.statistics().timers());
            }
        }
        return found;
    }
}
