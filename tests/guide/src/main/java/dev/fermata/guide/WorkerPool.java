package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.queue.QueueShutDownException;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.testkit.TestLoop;
import java.util.ArrayList;
import java.util.List;

/** Three workers at one queue. */
final class WorkerPool {
    private WorkerPool() {}

    // region program
    @Suspendable
    static Coroutine<Void> work(AsyncQueue<String> jobs, List<String> results) {
        while (true) {
            String job;
            try {
                job = await(jobs.get());
            } catch (QueueShutDownException end) {
                return null;
            }
            results.add(await(Remote.fetch(job, 100)));
        }
    }

    @Suspendable
    static Coroutine<Void> program() {
        AsyncQueue<String> jobs = AsyncQueue.fifo(2); // put waits while two are in it
        List<String> results = new ArrayList<>(); // one thread: no lock is needed
        await(TaskGroup.run(group -> {
            for (int i = 1; i <= 3; i++) {
                group.fork("worker " + i, work(jobs, results));
            }
            for (int i = 1; i <= 5; i++) {
                await(jobs.put("job " + i));
            }
            jobs.shutdown(); // what is in it is still done
            return null;
        }));
        System.out.println(results);
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
