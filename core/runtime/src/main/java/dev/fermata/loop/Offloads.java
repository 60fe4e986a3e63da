package dev.fermata.loop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** The work of a loop that is done elsewhere. Confined to the loop's thread. */
final class Offloads {
    private final EventLoop loop;

    /** Handed over and not come back; without an equals of their own, so a hash set finds them by identity. */
    private final Set<Offload<?>> running = new LinkedHashSet<>();

    /** Done when nothing is left; null if nobody waits for that. */
    private Promise<Void> idle;

    /** Made when it is first needed. */
    private OffloadThreads threads;

    Offloads(EventLoop loop) {
        this.loop = loop;
    }

    <T> Promise<T> start(Callable<? extends T> work) {
        if (threads == null) {
            threads = new OffloadThreads();
        }
        return start(threads, work);
    }

    /** The clock is told before the work begins, and of its end only when the result is in. */
    <T> Promise<T> start(Executor executor, Callable<? extends T> work) {
        Offload<T> offload = new Offload<>(loop, this, work);
        running.add(offload);
        loop.door().expect();
        try {
            executor.execute(offload);
        } catch (Throwable refusal) {
            ended(offload);
            throw refusal;
        }
        return offload.promise();
    }

    void ended(Offload<?> offload) {
        if (running.remove(offload)) {
            loop.door().expectNoMore();
            if (running.isEmpty() && idle != null) {
                idle.tryComplete(null);
            }
        }
    }

    /** Of the work that is going on. */
    Set<Promise<?>> promises() {
        return running.stream().map(Offload::promise).collect(Collectors.toSet());
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** A promise that is done when all work has come back; for one waiter. */
    Promise<Void> whenIdle() {
        idle = new Promise<>(loop);
        return idle;
    }

    /** Interrupts what still runs, and gives it. */
    List<Offload<?>> abandon() {
        List<Offload<?>> left = List.copyOf(running);
        left.forEach(Offload::interrupt);
        return left;
    }

    void close() {
        abandon();
        if (threads != null) {
            threads.shutDown();
        }
    }
}
