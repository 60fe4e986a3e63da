package dev.fermata.benchmarks.memory;

import dev.fermata.benchmarks.peers.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** What the tasks of {@code MillionTasks} do, by a tenth as many virtual threads. */
final class ManyThreads {
    private static final int THREADS = 100_000;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final LinkedBlockingQueue<Integer> results = new LinkedBlockingQueue<>();

    private ManyThreads() {}

    /** There are no arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        new ManyThreads().measure();
    }

    private void measure() throws InterruptedException {
        List<Thread> threads = new ArrayList<>(THREADS);
        long before = Heap.used();
        for (int i = 0; i < THREADS; i++) {
            int value = i;
            threads.add(VirtualThreads.started(() -> outer(value)));
        }
        awaitAll(threads, Thread.State.WAITING);
        Heap.print("waiting", Heap.used() - before, THREADS);
        gate.countDown();
        awaitAll(threads, Thread.State.TIMED_WAITING);
        Heap.print("sleeping", Heap.used() - before, THREADS);
        threads.forEach(Thread::interrupt);
    }

    private static void awaitAll(List<Thread> threads, Thread.State state) {
        for (Thread thread : threads) {
            while (thread.getState() != state) {
                Thread.onSpinWait();
            }
        }
    }

    private void outer(int value) {
        try {
            results.put(inner(value));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the measurement is over
        }
    }

    private Integer inner(int value) throws InterruptedException {
        gate.await();
        Thread.sleep(3_600_000);
        return value;
    }
}
