package dev.fermata.tests.loop.inspect;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Permit;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Timeout;
import java.time.Duration;
import java.util.List;

/** Work of all kinds that never stands still, each task of which counts itself. */
final class Mill {
    static final int TASKS_PER_ROUND = 12;

    private final Lock lock = new Lock();
    private final AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
    private int ended;

    private Mill() {}

    @Suspendable
    static Coroutine<Integer> run(int rounds) {
        Mill mill = new Mill();
        for (int round = 0; round < rounds; round++) {
            await(mill.round());
        }
        return Coroutine.of(mill.ended);
    }

    @Suspendable
    private Coroutine<Void> round() {
        await(Tasks.gather(locked(), locked(), locked(), put(), put(), take(), take()));
        await(TaskGroup.run(group -> {
            group.fork("offloading", offloading());
            Task<Void> joined = group.fork("joined", locked());
            group.fork("joining", joining(joined));
            return null;
        }));
        await(Tasks.shield(limited()));
        Task<Void> cancelled = EventLoop.current().spawn(cancelled());
        await(turn());
        cancelled.cancel();
        await(Tasks.settle(List.of(cancelled)));
        return null;
    }

    @Suspendable
    private Coroutine<Void> turn() {
        await(EventLoop.sleep(Duration.ZERO));
        return null;
    }

    @Suspendable
    private Coroutine<Void> locked() {
        try (Permit permit = await(lock.acquire())) {
            await(turn());
            ended += permit == null ? 0 : 1;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> put() {
        await(queue.put(1));
        await(turn());
        ended++;
        return null;
    }

    @Suspendable
    private Coroutine<Void> take() {
        int taken = await(queue.get());
        ended += taken;
        return null;
    }

    @Suspendable
    private Coroutine<Void> joining(Task<?> other) {
        await(other);
        ended++;
        return null;
    }

    @Suspendable
    private Coroutine<Void> offloading() {
        int done = await(EventLoop.current().offload(() -> 1));
        ended += done;
        return null;
    }

    @Suspendable
    private Coroutine<Void> limited() {
        await(Timeout.after(Duration.ofHours(1), timeout -> locked()));
        return null;
    }

    @Suspendable
    private Coroutine<Void> cancelled() {
        try {
            await(EventLoop.sleep(Duration.ofHours(1)));
        } finally {
            ended++;
        }
        return null;
    }
}
