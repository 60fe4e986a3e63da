package dev.fermata.loop;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The thread that looks, in debug mode, after loops that cannot look after themselves, because they are blocked or have
 * nothing to do. One for all; it ends when there is nothing left to look after, and keeps nothing from being collected.
 */
final class Watchdog implements Runnable {
    /** What it looks at now and then. */
    interface Watched {
        /** How often, at least; positive. */
        long nanosBetweenLooks();

        /**
         * Looks; on the watchdog's thread.
         *
         * @param now {@link System#nanoTime()}
         */
        void look(long now);
    }

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** How long the thread is kept for the next loop, when there are none. */
    private static final long IDLE_NANOS = 10_000_000_000L;

    /** Guarded by the class, as is the next. */
    private static final List<WeakReference<Watched>> WATCHED = new ArrayList<>();

    private static Thread thread;

    /** When the thread means to look again. */
    private static long nextLook;

    private Watchdog() {}

    static synchronized void watch(Watched watched) {
        WATCHED.add(new WeakReference<>(watched));
        if (thread == null) {
            thread = new Thread(null, new Watchdog(), "fermata-watchdog", 0, false);
            thread.setContextClassLoader(null); // nor keep that of an application which happened to be the first
            thread.setDaemon(true);
            thread.start();
        } else if (System.nanoTime() + watched.nanosBetweenLooks() - nextLook < 0) {
            Watchdog.class.notifyAll();
        }
    }

    static synchronized void forget(Watched watched) {
        WATCHED.removeIf(reference -> reference.get() == watched || reference.refersTo(null));
    }

    @Override
    public void run() {
        try {
            while (awaitNextLook()) {
                lookAtAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody has it to interrupt but who ends everything
        } finally {
            ended();
        }
    }

    /** Should it have failed, the next loop that is to be watched gets a new thread. */
    private static synchronized void ended() {
        if (thread == Thread.currentThread()) {
            thread = null;
        }
    }

    /** Not in the loop that waits in between: a variable of it would keep them from being collected meanwhile. */
    private static void lookAtAll() {
        for (Watched watched : present()) {
            try {
                watched.look(System.nanoTime());
            } catch (Throwable e) {
                // A logger's or a callback's: told as if this thread had died of it, but the other loops need it.
                EventLoop.rethrowIfFatal(e);
                Thread self = Thread.currentThread();
                self.getUncaughtExceptionHandler().uncaughtException(self, e);
            }
        }
    }

    /** Gives false, and the thread is none any more, when there has been nothing to look at for a while. */
    private static boolean awaitNextLook() throws InterruptedException {
        synchronized (Watchdog.class) {
            long nanos = nanosToNextLook();
            boolean isIdle = nanos < 0;
            nextLook = System.nanoTime() + (isIdle ? IDLE_NANOS : nanos);
            Watchdog.class.wait(Math.max(1, (isIdle ? IDLE_NANOS : nanos) / NANOS_PER_MILLI));
            if (isIdle && nanosToNextLook() < 0) {
                thread = null;
                return false;
            }
            return true;
        }
    }

    /** Negative if there is nothing to look at. */
    private static long nanosToNextLook() {
        long nanos = -1;
        for (Watched watched : present()) {
            nanos = nanos < 0 ? watched.nanosBetweenLooks() : Math.min(nanos, watched.nanosBetweenLooks());
        }
        return nanos;
    }

    private static synchronized List<Watched> present() {
        List<Watched> present = new ArrayList<>();
        WATCHED.removeIf(reference -> {
            Watched watched = reference.get();
            return watched == null || !present.add(watched);
        });
        return present;
    }
}
