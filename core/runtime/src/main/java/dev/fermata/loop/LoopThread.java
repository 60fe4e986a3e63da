package dev.fermata.loop;

import dev.fermata.Coroutine;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread that runs a loop until it is closed, for programs whose own threads have other things to do.
 *
 * <pre>{@code
 * try (LoopThread network = LoopThread.start(task -> new Thread(task, "network"))) {
 *     String page = network.submit(fetch(uri)).join();
 * }
 * }</pre>
 *
 * <p>Any thread may use it.
 */
public final class LoopThread implements AutoCloseable {
    private final EventLoop loop;
    private final Thread thread;
    private final AtomicBoolean isClosing = new AtomicBoolean();

    private LoopThread(EventLoop loop, ThreadFactory factory) {
        this.loop = loop;
        this.thread = Objects.requireNonNull(factory.newThread(this::run), "the factory made no thread");
    }

    /**
     * Starts a loop in real time on a new thread.
     *
     * @param factory makes the thread, not null
     * @return the thread, which runs the loop
     */
    public static LoopThread start(ThreadFactory factory) {
        return start(new EventLoop(), factory);
    }

    /**
     * Starts a loop on a new thread.
     *
     * @param loop a loop that does not run, not null; it belongs to the thread from now on
     * @param factory makes the thread, not null
     * @return the thread, which runs the loop
     */
    public static LoopThread start(EventLoop loop, ThreadFactory factory) {
        LoopThread started = new LoopThread(Objects.requireNonNull(loop, "loop"), factory);
        started.thread.start();
        return started;
    }

    /**
     * The loop that the thread runs.
     *
     * @return the loop; from other threads only its thread-safe methods may be called
     */
    public EventLoop loop() {
        return loop;
    }

    /**
     * Starts a coroutine as a task of the loop.
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh
     * @return its result; cancelling it cancels the task
     * @throws IllegalStateException if the loop is closed
     */
    public <T> CompletableFuture<T> submit(Coroutine<T> coroutine) {
        return loop.submit(coroutine);
    }

    /**
     * Has the loop shut down in order and waits until its thread has ended. Does nothing the second time. A thread that is
     * interrupted while it waits goes on waiting, and is interrupted afterwards.
     *
     * @throws IllegalStateException if the loop's own thread calls it
     * @see EventLoop#shutDown
     */
    @Override
    public void close() {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("the loop's own thread cannot wait for its end: call EventLoop.stop");
        }
        if (isClosing.compareAndSet(false, true)) {
            loop.bringIn(loop::stop);
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            loop.runForever();
        } finally {
            loop.shutDown();
        }
    }
}
