package dev.fermata.loop;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The orderly end of a program that is asked to end, by {@code SIGTERM}, {@code SIGINT} (Ctrl-C) or {@code System.exit} of
 * another thread: the main task is cancelled, and the JVM waits until the loop has ended, so that {@code finally} blocks can
 * await what they need (what asyncio's {@code Runner} does for {@code SIGINT}).
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     Termination.run(serve());
 * }
 * }</pre>
 *
 * <pre>
 *   the JVM's hook                               the loop's thread
 *   signal ─► cancels the task ────────────────► finally blocks, EventLoop.shutDown
 *             waits, no longer than the grace ◄─ close
 *   the JVM ends, with exit code 143 for SIGTERM and 130 for SIGINT
 * </pre>
 *
 * <p>A second signal changes nothing: the grace is the limit, and {@code SIGKILL} the way out. A loop whose own thread has
 * called {@code System.exit} is not waited for: that thread stands in the middle of a task and does not come back. A JVM that
 * is started with {@code -Xrs} ends without all this.
 */
public final class Termination implements AutoCloseable {
    /** What a task is cancelled with. */
    private static final String REASON = "the program is asked to end";

    private static final Duration GRACE = Duration.ofSeconds(30);

    /** How often to look whether the loop's thread waits for the end of the JVM, which waits for it. */
    private static final long LOOK_MILLIS = 20;

    private final Task<?> task;
    private final EventLoop loop;
    private final Duration grace;
    private final Thread hook = new Thread(this::terminate, "fermata-termination");
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The loop's thread; null while nobody knows. */
    private volatile Thread runner;

    private volatile boolean isUnderWay;

    private Termination(Task<?> task, Duration grace) {
        this.task = Objects.requireNonNull(task, "task");
        this.loop = task.loop();
        this.grace = Objects.requireNonNull(grace, "grace");
    }

    /**
     * Runs a coroutine to its end as {@link EventLoop#run} does. When the JVM is asked to end meanwhile, cancels it, and lets
     * the loop have half a minute to end.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine, fresh
     * @return its result; its failure is thrown as it is. If it ends of the cancellation this does not return, as {@code
     *     System.exit} does not
     * @throws IllegalStateException if this thread runs a loop already, or the JVM is ending
     */
    public static <T> T run(Coroutine<T> main) {
        return run(main, GRACE);
    }

    /**
     * Runs a coroutine to its end as {@link EventLoop#run} does. When the JVM is asked to end meanwhile, cancels it, and lets
     * the loop have some time to end.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine, fresh
     * @param grace for how long at most the JVM is kept from ending, not null; who sent the signal may have less patience:
     *     Docker waits for ten seconds, Kubernetes for thirty
     * @return its result; its failure is thrown as it is. If it ends of the cancellation this does not return, as {@code
     *     System.exit} does not
     * @throws IllegalStateException if this thread runs a loop already, or the JVM is ending
     */
    public static <T> T run(Coroutine<T> main, Duration grace) {
        EventLoop.refuseNested();
        EventLoop loop = new EventLoop();
        Termination termination = null;
        try {
            Task<T> task = loop.spawn(main);
            termination = new Termination(task, grace);
            termination.runner = Thread.currentThread();
            termination.install();
            return loop.runUntilComplete(task);
        } catch (Cancellation cancellation) {
            if (termination.isUnderWay) {
                loop.shutDown();
                termination.close();
                waitForEndOfProgram();
            }
            throw cancellation;
        } finally {
            loop.shutDown();
            if (termination != null) {
                termination.close();
            }
        }
    }

    /** There is nobody left to whom an exception would say anything but what the exit code says. */
    private static void waitForEndOfProgram() {
        while (true) {
            LockSupport.park();
            Thread.interrupted(); // or else the thread would not park again
        }
    }

    /**
     * Has a task cancelled when the JVM is asked to end, for programs that run their loops themselves. The JVM then waits
     * until this is closed, which is to be done when all is in order, after {@link EventLoop#shutDown} for instance.
     *
     * <pre>{@code
     * Task<Void> main = loop.spawn(serve());
     * try (Termination termination = Termination.cancels(main, Duration.ofSeconds(10))) {
     *     loop.runUntilComplete(main);
     * }
     * }</pre>
     *
     * @param task what to cancel, not null
     * @param grace for how long at most the JVM is kept from ending, not null
     * @return to be closed, by any thread
     * @throws IllegalStateException if the JVM is ending, or the loop is closed
     */
    public static Termination cancels(Task<?> task, Duration grace) {
        Termination termination = new Termination(task, grace);
        if (EventLoop.currentOrNull() == termination.loop) {
            termination.runner = Thread.currentThread();
        } else {
            termination.loop.callSoonThreadsafe(() -> termination.runner = Thread.currentThread());
        }
        termination.install();
        return termination;
    }

    private void install() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Whether the JVM has been asked to end. Any thread may ask.
     *
     * @return true if the task has been cancelled for that, or is about to be
     */
    public boolean isUnderWay() {
        return isUnderWay;
    }

    /** Takes the hook away; lets the JVM end if that is under way. Does nothing the second time. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // the hook runs, or will, and finds this closed
        }
    }

    /** What the JVM runs on a thread of its own before it ends. */
    void terminate() {
        if (closed.getCount() == 0) {
            return;
        }
        isUnderWay = true;
        if (!loop.bringIn(() -> task.cancel(REASON))) {
            isUnderWay = false; // the loop has been closed; what comes after it may still want to be waited for
        }
        try {
            awaitClosing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody wants the JVM to end at once
        }
    }

    private void awaitClosing() throws InterruptedException {
        long begin = System.nanoTime();
        long patience = Nanos.of(grace);
        while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (isRunnerExiting()) {
                return;
            }
            if (System.nanoTime() - begin >= patience) {
                // The JDK's loggers may have ended by now: they have hooks as well.
                System.err.println(
                        "fermata: " + task + " and its loop did not end within " + grace + "; the program ends anyway");
                return;
            }
        }
    }

    /** Whether the loop's thread has called {@code System.exit}, which waits for this. */
    private boolean isRunnerExiting() {
        Thread thread = runner;
        if (thread != null) {
            for (StackTraceElement call : thread.getStackTrace()) {
                if (call.getClassName().equals("java.lang.Runtime")
                        && call.getMethodName().equals("exit")) {
                    return true;
                }
            }
        }
        return false;
    }
}
