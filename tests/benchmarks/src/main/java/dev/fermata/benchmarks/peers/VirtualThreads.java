package dev.fermata.benchmarks.peers;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The JDK's virtual threads doing the same work. This module is compiled for a release that does not have them; {@link
 * #EXIST} tells whether the JVM does. They run on as many carriers as there are processors, as users' do.
 */
public final class VirtualThreads {
    /** From this release on. */
    public static final int FIRST_RELEASE = 21;

    /** Whether this JVM has them. */
    public static final boolean EXIST = Runtime.version().feature() >= FIRST_RELEASE;

    private static final MethodHandle START = EXIST ? find() : null;

    private VirtualThreads() {}

    private static MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Thread start(Runnable task) {
        try {
            return (Thread) START.invokeExact(task);
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads need JDK " + FIRST_RELEASE, e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One that gives way to others, of which there are none.
     *
     * @param turns how often
     * @return the sum of the numbers of the turns
     */
    public static long sumOfTurns(int turns) {
        return sumOfSwitches(1, turns);
    }

    /**
     * Several that give way to each other.
     *
     * @param threads how many
     * @param turns how often each does
     * @return the sum of the numbers of the turns
     */
    public static long sumOfSwitches(int threads, int turns) {
        AtomicLong sum = new AtomicLong();
        Runnable turning = () -> {
            long own = 0;
            for (int i = 0; i < turns; i++) {
                Thread.yield();
                own += i;
            }
            sum.addAndGet(own);
        };
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            started.add(start(turning));
        }
        started.forEach(VirtualThreads::join);
        return sum.get();
    }

    /**
     * One that gives way below other calls.
     *
     * @param turns how often
     * @param depth how many calls, with the one that gives way
     * @return the sum of the numbers of the turns, and one for each call above the innermost
     */
    public static long sumOfTurns(int turns, int depth) {
        AtomicLong sum = new AtomicLong();
        join(start(() -> sum.set(turning(turns, depth))));
        return sum.get();
    }

    private static long turning(int turns, int depth) {
        if (depth > 1) {
            return turning(turns, depth - 1) + 1;
        }
        long sum = 0;
        for (int i = 0; i < turns; i++) {
            Thread.yield();
            sum += i;
        }
        return sum;
    }

    /**
     * One that starts others, and waits for each.
     *
     * @param spawns how many
     * @return the sum of what they give
     */
    public static long sumOfSpawned(int spawns) {
        AtomicLong sum = new AtomicLong();
        join(start(() -> {
            for (int i = 0; i < spawns; i++) {
                int value = i;
                join(start(() -> sum.addAndGet(value)));
            }
        }));
        return sum.get();
    }

    /**
     * Starts all, then waits for all.
     *
     * @param tasks how many
     * @return the sum of what they give
     */
    public static long sumOfGathered(int tasks) {
        AtomicLong sum = new AtomicLong();
        join(start(() -> {
            Thread[] all = new Thread[tasks];
            for (int i = 0; i < tasks; i++) {
                int value = i;
                all[i] = start(() -> sum.addAndGet(value));
            }
            for (Thread one : all) {
                join(one);
            }
        }));
        return sum.get();
    }

    /**
     * Two that throw a number to each other.
     *
     * @param rounds how often there and back
     * @return the sum of what has come back
     */
    public static long sumOfEchoes(int rounds) {
        SynchronousQueue<Integer> there = new SynchronousQueue<>();
        SynchronousQueue<Integer> back = new SynchronousQueue<>();
        AtomicLong sum = new AtomicLong();
        Thread echo = start(() -> {
            for (int i = 0; i < rounds; i++) {
                put(back, take(there));
            }
        });
        Thread caller = start(() -> {
            for (int i = 0; i < rounds; i++) {
                put(there, i);
                sum.addAndGet(take(back));
            }
        });
        join(echo);
        join(caller);
        return sum.get();
    }

    /**
     * Two that want the same lock, and give way to each other while they have it.
     *
     * @param rounds how often each
     * @return how often the lock was taken
     */
    public static long locked(int rounds) {
        ReentrantLock lock = new ReentrantLock(true);
        long[] taken = {0};
        Runnable contender = () -> {
            for (int i = 0; i < rounds; i++) {
                lock.lock();
                try {
                    taken[0]++;
                    Thread.yield();
                } finally {
                    lock.unlock();
                }
            }
        };
        Thread one = start(contender);
        Thread other = start(contender);
        join(one);
        join(other);
        return taken[0];
    }

    /**
     * Runs something on a thread of its own.
     *
     * @param task what to run
     */
    public static void execute(Runnable task) {
        start(task);
    }

    /**
     * Runs something on a thread of its own.
     *
     * @param task what to run
     * @return the thread
     */
    public static Thread started(Runnable task) {
        return start(task);
    }

    /**
     * Starts threads that sleep.
     *
     * @param threads how many
     * @param interrupted whether they sleep for an hour and are interrupted, or for a millisecond
     * @return how many have ended
     */
    public static long slept(int threads, boolean interrupted) {
        AtomicLong ended = new AtomicLong();
        Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            all[i] = start(() -> {
                try {
                    Thread.sleep(interrupted ? 3_600_000 : 1);
                } catch (InterruptedException e) {
                    // that is what it waits for
                }
                ended.incrementAndGet();
            });
        }
        for (Thread thread : all) {
            if (interrupted) {
                thread.interrupt();
            }
        }
        for (Thread thread : all) {
            join(thread);
        }
        return ended.get();
    }

    /**
     * One that sends numbers to another by way of a buffer.
     *
     * @param capacity how much the buffer holds
     * @param elements how many numbers
     * @return the sum of what has arrived
     */
    public static long sumOfBuffered(int capacity, int elements) {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(capacity);
        AtomicLong sum = new AtomicLong();
        Thread sender = start(() -> {
            for (int i = 0; i < elements; i++) {
                put(queue, i);
            }
        });
        Thread receiver = start(() -> {
            long own = 0;
            for (int i = 0; i < elements; i++) {
                own += take(queue);
            }
            sum.set(own);
        });
        join(sender);
        join(receiver);
        return sum.get();
    }

    /**
     * Starts a thread for each piece of work, then waits for all.
     *
     * @param pieces how many
     * @return the sum of what comes of them
     */
    public static long sumOfPieces(int pieces) {
        AtomicLong sum = new AtomicLong();
        Thread[] all = new Thread[pieces];
        for (int i = 0; i < pieces; i++) {
            int value = i;
            all[i] = start(() -> sum.addAndGet(Piece.of(value)));
        }
        for (Thread one : all) {
            join(one);
        }
        return sum.get();
    }

    private static void put(BlockingQueue<Integer> queue, Integer value) {
        try {
            queue.put(value);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Integer take(BlockingQueue<Integer> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
