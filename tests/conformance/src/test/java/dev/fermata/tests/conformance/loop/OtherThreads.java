package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Other threads that bring work to a loop. In real time, because threads take it. */
public final class OtherThreads extends LoopScenarios {
    private final EventLoop loop = new EventLoop();
    private final Promise<String> future = new Promise<>(loop);
    private final CountDownLatch running = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @Scenario(
            value = "AIO-13",
            mapped = "the failure of a submitted coroutine reaches the other thread inside an ExecutionException, as"
                    + " java.util.concurrent has it")
    public void another_thread_wakes_the_loop() throws InterruptedException {
        Thread waking = new Thread(this::other);
        waking.start();
        loop.callSoon(running::countDown);
        attempt("run", () -> loop.runUntilComplete(future));
        waking.join();
        log("on loop thread", threads.stream().allMatch(x -> x == Thread.currentThread()));

        List<Object> results = new ArrayList<>();
        Thread submitting = new Thread(() -> submitter(results));
        loop.callSoon(submitting::start);
        loop.runForever();
        submitting.join();
        log(results);
        loop.close();
    }

    private void note(String text) {
        threads.add(Thread.currentThread());
        log(text);
    }

    private void other() {
        try {
            running.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        loop.callSoonThreadsafe(() -> note("from thread 1"));
        loop.callSoonThreadsafe(() -> note("from thread 2"));
        loop.callSoonThreadsafe(() -> future.complete("done"));
    }

    @Suspendable
    private static Coroutine<Integer> answer(Boom error) {
        await(turn());
        if (error != null) {
            throw error;
        }
        return Coroutine.of(42);
    }

    private void submitter(List<Object> results) {
        for (Boom error : Arrays.asList(null, new Boom("sub"))) {
            CompletableFuture<Integer> f = loop.submit(answer(error));
            try {
                results.add(f.get(10, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                results.add(e.getCause());
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError(e);
            }
        }
        loop.callSoonThreadsafe(loop::stop);
    }
}
