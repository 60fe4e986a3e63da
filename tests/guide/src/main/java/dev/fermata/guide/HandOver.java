package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.queue.QueueEmptyException;
import java.time.Duration;

/** An element belongs to the task that has waited for it, even before that task runs. */
final class HandOver {
    private HandOver() {}

    // region hand
    @Suspendable
    static Coroutine<Void> consumer(AsyncQueue<String> queue) {
        System.out.println("consumer got " + await(queue.get()));
        return null;
    }

    @Suspendable
    static Coroutine<Void> main() {
        AsyncQueue<String> queue = AsyncQueue.fifo(0);
        Task<Void> task = EventLoop.current().spawn(consumer(queue));
        await(EventLoop.sleep(Duration.ZERO)); // the consumer waits now
        queue.tryPut("x");
        try {
            System.out.println("main took " + queue.tryGet());
        } catch (QueueEmptyException e) {
            System.out.println("main found nothing");
        }
        queue.tryPut("y");
        await(task);
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
}
