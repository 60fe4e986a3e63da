package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.tasks.Tasks;
import java.time.Duration;
import java.util.List;

/** Workers that share a queue and are cancelled when it is empty. */
final class TwoWorkers {
    private TwoWorkers() {}

    // region workers
    @Suspendable
    static Coroutine<Void> worker(String name, AsyncQueue<Integer> jobs) {
        while (true) {
            int job = await(jobs.get());
            await(EventLoop.sleep(Duration.ofMillis(job)));
            System.out.println(name + " did " + job);
            jobs.taskDone();
        }
    }

    @Suspendable
    static Coroutine<Void> main() {
        AsyncQueue<Integer> jobs = AsyncQueue.fifo(0);
        List.of(500, 10, 20).forEach(jobs::tryPut);
        EventLoop loop = EventLoop.current();
        List<Task<Void>> workers = List.of(loop.spawn(worker("one", jobs)), loop.spawn(worker("two", jobs)));
        await(jobs.join());
        workers.forEach(Task::cancel);
        await(Tasks.settle(workers));
        System.out.println("all done");
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
}
