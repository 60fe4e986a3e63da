package dev.fermata.loop;

import dev.fermata.frame.CallSite;

/**
 * Tells of steps and callbacks that block the loop, while they last, with the stack of the loop's thread, and again when they
 * are over. Looked at by the {@link Watchdog}; knows no task while none runs, so that it keeps none.
 */
final class BlockedLoop implements LoopObserver, Watchdog.Watched {
    private final LoopDebug debug;
    private final long limit;

    /** How many steps and callbacks have begun within each other. The loop's thread; the others are guarded by this. */
    private int depth;

    /** When the outermost began. */
    private long since;

    /** Who that is; null while nothing runs. */
    private Object busy;

    private Thread thread;
    private String told;

    BlockedLoop(LoopDebug debug) {
        this.debug = debug;
        this.limit = Nanos.of(debug.options().blocked());
    }

    @Override
    public void stepBegins(Task<?> task) {
        begin(task);
    }

    @Override
    public void stepEnded(Task<?> task) {
        end();
    }

    @Override
    public void callbackBegins(Object callback) {
        begin(callback);
    }

    @Override
    public void callbackEnded(Object callback) {
        end();
    }

    private synchronized void begin(Object what) {
        if (depth++ == 0) {
            since = System.nanoTime();
            thread = Thread.currentThread();
            busy = what;
        }
    }

    private synchronized void end() {
        if (--depth == 0) {
            busy = null;
            if (told != null) {
                LoopDebug.warn("the loop of " + thread.getName() + " goes on after "
                        + LoopDebug.millis(System.nanoTime() - since) + " in which it was blocked by " + told);
                told = null;
            }
            thread = null;
        }
    }

    /** Whether what runs has been told of. */
    synchronized boolean isTold() {
        return told != null;
    }

    @Override
    public long nanosBetweenLooks() {
        return limit / 4;
    }

    @Override
    public synchronized void look(long now) {
        if (busy == null || told != null || now - since <= limit) {
            return;
        }
        told = busy instanceof Task<?> task ? task.toString() : "callback " + busy;
        LoopDebug.warn("the loop of " + thread.getName() + " has been blocked for " + LoopDebug.millis(now - since)
                + " by " + told + ": nothing else can run on it. Have another thread do what takes so long, by"
                + " EventLoop.offload"
                + LoopDebug.section("its thread is at", CallSite.asWritten(thread.getStackTrace())));
    }
}
