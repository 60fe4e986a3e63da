package dev.fermata.loop;

import dev.fermata.Coroutine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Runs coroutines on one thread (asyncio's event loop). Each turn lets in what other threads have brought, runs the
 * timers that are due and then the batch that is ready; when nothing is, it waits in an NIO selector.
 *
 * <p>A loop is an explicit object. Many can run side by side, each on a thread of its own; generators and coroutines that
 * are driven by hand need none. Everything but {@link #callSoonThreadsafe} belongs to the thread that runs the loop.
 *
 * <pre>{@code
 * EventLoop.run(main());                       // main() returns a Coroutine
 *
 * Task<Integer> task = EventLoop.current().spawn(compute());   // inside main
 * int value = Coroutine.await(task);
 * }</pre>
 */
public final class EventLoop implements AutoCloseable {
    private static final ThreadLocal<EventLoop> RUNNING = new ThreadLocal<>();

    private final LoopClock clock;
    private final Selector selector;
    private final ReadyQueue ready = new ReadyQueue();
    private final TimerHeap timers = new TimerHeap();
    private final Door door;

    /** Tasks that have not ended, in the order in which they were spawned. */
    private final Set<Task<?>> live = new LinkedHashSet<>();

    /** Failed tasks whose failure nobody has asked about yet. */
    private final List<Task<?>> failed = new ArrayList<>();

    private BiConsumer<String, Throwable> exceptionHandler = EventLoop::log;
    private volatile Thread thread;
    private volatile boolean closed;

    /** Makes a loop in real time. */
    public EventLoop() {
        this(LoopClock.system());
    }

    /**
     * Makes a loop.
     *
     * @param clock its time, not null
     */
    public EventLoop(LoopClock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door = new Door(selector);
    }

    /**
     * Makes a loop, runs a coroutine to its end and closes the loop (asyncio's {@code run}). Tasks that are left are
     * closed.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine, fresh
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException if this thread runs a loop already
     */
    public static <T> T run(Coroutine<T> main) {
        try (EventLoop loop = new EventLoop()) {
            return loop.runUntilComplete(main);
        }
    }

    /**
     * The loop that runs on this thread (asyncio's {@code get_running_loop}).
     *
     * @return the loop
     * @throws IllegalStateException if there is none
     */
    public static EventLoop current() {
        EventLoop loop = RUNNING.get();
        if (loop == null) {
            throw new IllegalStateException(
                    "no event loop runs on this thread: start one with EventLoop.run(coroutine)");
        }
        return loop;
    }

    /**
     * Waits for a time to pass; no time at all still lets everybody else have a turn (asyncio's {@code sleep}).
     *
     * @param delay how long, not negative
     * @return a coroutine to be awaited on a loop
     */
    @SuppressWarnings("unchecked") // ends with null
    public static Coroutine<Void> sleep(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("cannot sleep for " + delay);
        }
        return (Coroutine<Void>) (Coroutine<?>) new Sleep(delay);
    }

    /**
     * Runs the loop on this thread until a coroutine has ended (asyncio's {@code run_until_complete}). Other tasks stay
     * where they are and go on when the loop runs again.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine, fresh
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException if this thread runs a loop already, or this loop runs on another thread or is closed
     */
    public <T> T runUntilComplete(Coroutine<T> main) {
        if (RUNNING.get() != null) {
            throw new IllegalStateException(
                    "an event loop runs on this thread already: await the coroutine, or spawn it");
        }
        if (thread != null) {
            throw new IllegalStateException("the loop runs on " + thread.getName());
        }
        checkOpen();
        RUNNING.set(this);
        thread = Thread.currentThread();
        try {
            Task<T> task = spawn(main);
            while (!task.isDone()) {
                turn();
            }
            return task.result();
        } finally {
            thread = null;
            RUNNING.remove();
        }
    }

    /**
     * Starts a coroutine as a task of its own; it begins in the next turn (asyncio's {@code create_task}).
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh
     * @return the task, to be awaited
     * @throws IllegalStateException if the coroutine has been started, or the loop is closed
     */
    public <T> Task<T> spawn(Coroutine<T> coroutine) {
        checkThread("EventLoop.spawn");
        Task<T> task = new Task<>(this, coroutine);
        live.add(task);
        task.wake(null);
        return task;
    }

    /**
     * Runs a callback in the next turn, after those that are waiting already (asyncio's {@code call_soon}).
     *
     * @param callback what to run, not null
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public void callSoon(Runnable callback) {
        checkThread("EventLoop.callSoon");
        ready.add(Objects.requireNonNull(callback, "callback"));
    }

    /**
     * Runs a callback after a time (asyncio's {@code call_later}). Callbacks of the same moment run in the order in which
     * they were asked for.
     *
     * @param delay how long, not negative
     * @param callback what to run, not null
     * @return a handle to cancel it
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public TimerHandle callLater(Duration delay, Runnable callback) {
        checkThread("EventLoop.callLater");
        return timers.add(clock.nanos() + delay.toNanos(), Objects.requireNonNull(callback, "callback"));
    }

    /**
     * Runs a callback on the loop's thread, waking the loop if it waits (asyncio's {@code call_soon_threadsafe}). Any
     * thread may call it; what the caller did before is visible to the callback.
     *
     * @param callback what to run, not null
     * @throws IllegalStateException if the loop is closed
     */
    public void callSoonThreadsafe(Runnable callback) {
        checkOpen();
        door.enter(Objects.requireNonNull(callback, "callback"));
    }

    /**
     * The loop's time (asyncio's {@code loop.time}).
     *
     * @return nanoseconds with an arbitrary origin
     */
    public long time() {
        return clock.nanos();
    }

    /**
     * Says where failures go that nobody else can be told of: of callbacks, and of tasks that were never awaited. At
     * first they are logged by the {@link System.Logger} named {@code dev.fermata}.
     *
     * @param handler gets what happened and the failure, not null
     */
    public void setExceptionHandler(BiConsumer<String, Throwable> handler) {
        exceptionHandler = Objects.requireNonNull(handler, "handler");
    }

    /**
     * Closes the tasks that are left, innermost frame first so that their {@code finally} blocks run, reports the
     * failures nobody has asked about, and frees the selector. Does nothing the second time.
     *
     * @throws IllegalStateException if the loop is running
     */
    @Override
    public void close() {
        if (thread != null) {
            throw new IllegalStateException("the loop is running and cannot be closed");
        }
        if (closed) {
            return;
        }
        closeTasks();
        closed = true;
        for (Task<?> task : failed) {
            Throwable failure = task.unseenFailure();
            if (failure != null) {
                report(task + " failed and nobody awaited it", failure);
            }
        }
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A finally block may spawn another task, so this goes on until there are none. */
    private void closeTasks() {
        RUNNING.set(this);
        try {
            while (!live.isEmpty()) {
                Task<?> task = live.iterator().next();
                live.remove(task);
                task.close();
            }
        } finally {
            RUNNING.remove();
        }
    }

    private void turn() {
        if (ready.isEmpty() && door.isEmpty()) {
            waitForWork();
        }
        door.letIn(ready);
        if (!timers.isEmpty()) {
            long now = clock.nanos();
            for (TimerHandle due = timers.pollDue(now); due != null; due = timers.pollDue(now)) {
                ready.add(due::run);
            }
        }
        ready.runBatch(this::runGuarded);
    }

    /** The selector costs a system call, so it is asked only when there is nothing else to do. */
    private void waitForWork() {
        try {
            clock.await(selector, timers.isEmpty() ? -1 : timers.untilNext(clock.nanos()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runGuarded(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable failure) {
            rethrowIfFatal(failure);
            report("a callback failed", failure);
        }
    }

    /** When the JVM is in trouble, that is not the loop's to hide; a stack that overflowed has been unwound again. */
    static void rethrowIfFatal(Throwable failure) {
        if (failure instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
            throw fatal;
        }
    }

    private void report(String what, Throwable failure) {
        exceptionHandler.accept(what, failure);
    }

    private static void log(String what, Throwable failure) {
        System.getLogger("dev.fermata").log(Level.ERROR, what, failure);
    }

    void forget(Task<?> task) {
        live.remove(task);
    }

    void watchFailure(Task<?> task) {
        failed.removeIf(earlier -> earlier.unseenFailure() == null);
        failed.add(task);
    }

    void checkThread(String operation) {
        checkOpen();
        Thread owner = thread;
        if (owner != null && owner != Thread.currentThread()) {
            throw new IllegalStateException(
                    operation + " was called on " + Thread.currentThread().getName() + ", but the loop runs on "
                            + owner.getName() + ": use callSoonThreadsafe");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the event loop is closed");
        }
    }
}
