package dev.fermata.loop;

import dev.fermata.frame.CallSite;

/**
 * Tells of steps and callbacks that block the loop, while they last, with the stack of the loop's thread, and again when they
 * are over. Looked at by the {@link Watchdog}; knows no task while none runs, so that it keeps none.
 */
final class BlockedLoop implements LoopObserver, Watchdog.Watched {
    private final LoopDebug debug;
    private final long limit;

    /** How many steps and callbacks have begun within each other. Guarded by this, as is the next. */
    private int depth;

    /** The outermost of them; null while nothing runs. */
    private Stretch busy;

    /** A step or callback, and the thread that has been in it for a while. */
    private static final class Stretch {
        private final Object what;
        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();

        /** What it has been called in a warning; null until there is one. Guarded by the loop's. */
        private String told;

        Stretch(Object what) {
            this.what = what;
        }

        String name() {
            return what instanceof Task<?> task ? task.toString() : "callback " + what;
        }
    }

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
            busy = new Stretch(what);
        }
    }

    private void end() {
        Stretch ended = leave();
        if (ended != null) {
            LoopDebug.warn("the loop of " + ended.thread.getName() + " goes on after "
                    + LoopDebug.millis(System.nanoTime() - ended.since) + " in which it was blocked by " + ended.told);
        }
    }

    /** Gives what is over now, if it has been told of; else null. */
    private synchronized Stretch leave() {
        if (--depth > 0) {
            return null;
        }
        Stretch ended = busy;
        busy = null;
        return ended.told == null ? null : ended;
    }

    /** Whether what runs has been told of. */
    synchronized boolean isTold() {
        return busy != null && busy.told != null;
    }

    @Override
    public long nanosBetweenLooks() {
        return limit / 4;
    }

    /**
     * What is asked of others, a callback for its name and the logger, is asked without the lock that each step takes: they
     * may wait for the loop. Told is what still runs when it has been put into words; what is over counts as a slow step.
     */
    @Override
    public void look(long now) {
        Stretch blocking = overdue(now);
        if (blocking == null) {
            return;
        }
        String name = blocking.name();
        String message = "the loop of " + blocking.thread.getName() + " has been blocked for "
                + LoopDebug.millis(now - blocking.since) + " by " + name
                + ": nothing else can run on it. Have another thread do what takes so long, by EventLoop.offload"
                + LoopDebug.section("its thread is at", CallSite.asWritten(blocking.thread.getStackTrace()));
        if (tell(blocking, name)) {
            LoopDebug.warn(message);
        }
    }

    /** What has run for too long without being told of; null if nothing has. */
    private synchronized Stretch overdue(long now) {
        return busy == null || busy.told != null || now - busy.since <= limit ? null : busy;
    }

    /** Before the warning, whose end may be what the loop waits for; false if it is over. */
    private synchronized boolean tell(Stretch blocking, String name) {
        if (busy != blocking) {
            return false;
        }
        blocking.told = name;
        return true;
    }
}
