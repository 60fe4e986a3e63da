package dev.fermata.io.blocking;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that block in place of loops. They are not virtual: a read of a pipe pins the carrier of a virtual thread, and
 * a few hundred processes that say nothing would take all carriers of the JVM. Nor are they the loop's own for offloaded work,
 * for whose end a loop waits when it is shut down: a read of the standard input may never end.
 */
final class BlockingThreads {
    private static final long IDLE_SECONDS = 10;
    private static final AtomicLong MADE = new AtomicLong();
    private static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), BlockingThreads::make);

    private BlockingThreads() {}

    static void execute(Runnable work) {
        POOL.execute(work);
    }

    /** A daemon, which keeps no JVM alive; of the thread that happens to ask it inherits nothing. */
    private static Thread make(Runnable work) {
        Thread thread = new Thread(null, work, "fermata-blocking-" + MADE.getAndIncrement(), 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
