package dev.fermata.loop;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that a loop offloads blocking work to: a virtual thread for each piece of work where the JVM has them, else
 * pooled ones that end when they have been idle. None keeps the JVM alive.
 */
final class OffloadThreads implements Executor {
    private static final String NAME = "fermata-offload-";
    private static final long IDLE_SECONDS = 10;

    private final ThreadFactory factory = virtualThreads();

    /** Null where there are virtual threads, which need no pool. */
    private final ThreadPoolExecutor pool = factory == null ? pool() : null;

    @Override
    public void execute(Runnable work) {
        if (pool == null) {
            factory.newThread(work).start();
        } else {
            pool.execute(work);
        }
    }

    /** Takes no more work; what runs goes on. */
    void shutDown() {
        if (pool != null) {
            pool.shutdown();
        }
    }

    private static ThreadPoolExecutor pool() {
        AtomicLong made = new AtomicLong();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, NAME + made.getAndIncrement());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** {@code Thread.ofVirtual().name(NAME, 0).factory()}, which Java 17 cannot say; null if the JVM cannot do it. */
    private static ThreadFactory virtualThreads() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder));
            MethodHandle name =
                    lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class, long.class));
            MethodHandle made = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
            return (ThreadFactory) made.invoke(name.invoke(ofVirtual.invoke(), NAME, 0L));
        } catch (ClassNotFoundException e) {
            return null; // before Java 21
        } catch (Throwable e) { // 19 and 20 have them as a preview, and refuse
            EventLoop.rethrowIfFatal(e);
            return null;
        }
    }
}
