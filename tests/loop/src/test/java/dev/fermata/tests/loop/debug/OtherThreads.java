package dev.fermata.tests.loop.debug;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.inspect.Inspection;
import dev.fermata.io.ByteFeed;
import dev.fermata.io.Connection;
import dev.fermata.loop.CallbackHandle;
import dev.fermata.loop.ChannelWatch;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.loop.TimerHandle;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.queue.Channel;
import dev.fermata.sync.Barrier;
import dev.fermata.sync.Condition;
import dev.fermata.sync.Event;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Semaphore;
import dev.fermata.tasks.Tasks;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A program that uses what belongs to a loop on another thread, for a JVM of its own: prints what is not refused, and the
 * first refusal.
 */
final class OtherThreads {
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private interface Operation {
        void run() throws Exception;
    }

    private OtherThreads() {}

    public static void main(String... none) throws Exception {
        EventLoop.run(new OtherThreads().program());
    }

    @Suspendable
    private Coroutine<Void> program() throws Exception {
        addLoop();
        addTasks();
        await(addLocks());
        await(addQueues());
        addStreams();
        await(EventLoop.current().offload(() -> {
            useAll();
            return null;
        }));
        lookOnWhileBlocked();
        System.out.println("on the thread of the loop");
        for (Map.Entry<String, Operation> operation : operations.entrySet()) {
            try {
                operation.getValue().run();
            } catch (Exception refusal) {
                System.out.println(operation.getKey() + ": " + refusal);
            }
        }
        return null;
    }

    /** Looking on is no use, also where the loop does not answer. */
    private static void lookOnWhileBlocked() throws InterruptedException {
        EventLoop loop = EventLoop.current();
        loop.spawnEagerly(Mistakes.waitsFor(Tasks.gather(new Promise<Void>(loop), loop.spawn(Mistakes.sleeping()))));
        Thread onlooker = new Thread(() -> {
            String text = Inspection.text();
            if (!text.contains("promise of 2 others")) {
                System.out.println(text);
            }
        });
        onlooker.start();
        onlooker.join();
    }

    private void useAll() {
        boolean isFirst = true;
        for (Map.Entry<String, Operation> operation : operations.entrySet()) {
            try {
                operation.getValue().run();
                System.out.println("not refused: " + operation.getKey());
            } catch (Exception refusal) {
                if (!refusal.getMessage().startsWith(operation.getKey() + " was called on ")) {
                    System.out.println(operation.getKey() + ": " + refusal);
                }
                if (isFirst) {
                    System.out.println(refusal.getMessage().replaceAll("offload-\\d+", "offload-N"));
                }
                isFirst = false;
            }
        }
    }

    private void addLoop() throws Exception {
        EventLoop loop = EventLoop.current();
        CallbackHandle soon = loop.callSoon(() -> {});
        TimerHandle later = loop.callLater(Duration.ofHours(1), () -> {});
        ChannelWatch watch = loop.watch(Pipe.open().source());
        operations.put("EventLoop.tasks", loop::tasks);
        operations.put("EventLoop.setExceptionHandler", () -> loop.setExceptionHandler(failure -> {}));
        operations.put("EventLoop.setShutdownGrace", () -> loop.setShutdownGrace(Duration.ofSeconds(1)));
        operations.put("EventLoop.callSoon", () -> loop.callSoon(() -> {}));
        operations.put("CallbackHandle.cancel", () -> {
            later.cancel();
            soon.cancel();
        });
        operations.put("ChannelWatch.close", watch::close);
    }

    private void addTasks() {
        EventLoop loop = EventLoop.current();
        Task<String> task = loop.spawnEagerly(Coroutine.of("done"));
        Promise<Void> promise = Promise.cancelledBy(loop, reason -> true);
        Task<?> current = Task.current();
        operations.put("Deferred.isDone", task::isDone);
        operations.put("Deferred.isCancelled", task::isCancelled);
        operations.put("Deferred.result", task::result);
        operations.put("Deferred.failure", task::failure);
        operations.put("Deferred.removeOnDone", () -> task.removeOnDone(done -> {}));
        operations.put("Promise.cancel", () -> promise.cancel("no more"));
        operations.put("Task.rename", () -> task.rename("other"));
        operations.put("Task.uncancel", current::uncancel);
        operations.put("Task.maskCancellation", () -> current.maskCancellation().close());
    }

    @Suspendable
    private Coroutine<Void> addLocks() {
        Lock lock = new Lock();
        await(lock.acquire());
        Semaphore semaphore = new Semaphore(2);
        await(semaphore.acquire());
        Event event = new Event();
        event.set();
        await(event.await());
        Barrier barrier = new Barrier(1);
        await(barrier.await());
        Condition condition = new Condition();
        await(condition.lock().acquire());
        condition.signal();
        operations.put("Lock.tryAcquire", lock::tryAcquire);
        operations.put("Lock.release", lock::release);
        operations.put("Semaphore.tryAcquire", semaphore::tryAcquire);
        operations.put("Semaphore.release", semaphore::release);
        operations.put("Event.set", event::set);
        operations.put("Event.clear", event::clear);
        operations.put("Barrier.abort", barrier::abort);
        operations.put("Barrier.reset", barrier::reset);
        operations.put("Condition.signal", condition::signal);
        return null;
    }

    @Suspendable
    private Coroutine<Void> addQueues() {
        AsyncQueue<String> queue = AsyncQueue.fifo(0);
        await(queue.put("a"));
        await(queue.put("b"));
        Channel<String> channel = Channel.buffered(3);
        await(channel.send("a"));
        operations.put("AsyncQueue.tryPut", () -> queue.tryPut("c"));
        operations.put("AsyncQueue.tryGet", queue::tryGet);
        operations.put("AsyncQueue.taskDone", queue::taskDone);
        operations.put("AsyncQueue.shutdown", queue::shutdown);
        operations.put("Channel.trySend", () -> channel.trySend("b"));
        operations.put("Channel.tryReceive", channel::tryReceive);
        operations.put("Channel.close", channel::close);
        operations.put("Channel.abort", () -> channel.abort(null));
        return null;
    }

    private void addStreams() {
        ByteFeed feed = new ByteFeed();
        feed.feed(new byte[1]);
        Connection connection = Connection.pair().first();
        connection.writer().write("hello");
        operations.put("ByteFeed.feed", () -> feed.feed(new byte[1]));
        operations.put("ByteFeed.end", feed::end);
        operations.put("ByteFeed.fail", () -> feed.fail(new IllegalStateException()));
        operations.put("StreamWriter.write", () -> connection.writer().write("world"));
        operations.put("StreamWriter.setWaterMarks", () -> connection.writer().setWaterMarks(10, 5));
        operations.put("StreamWriter.end", () -> connection.writer().end());
        operations.put("StreamWriter.close", () -> connection.writer().close());
        operations.put("StreamWriter.abort", () -> connection.writer().abort());
    }
}
