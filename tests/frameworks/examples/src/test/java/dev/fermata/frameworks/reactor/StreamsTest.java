package dev.fermata.frameworks.reactor;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

@Timeout(120)
final class StreamsTest {
    private static final long PATIENCE_SECONDS = 60;

    private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_loop_over_a_flux_requests_one_element_after_the_other() {
        Flux<Integer> flux = Flux.range(1, 3).doOnRequest(number -> events.add("request " + number));
        EventLoop.run(readAll(flux));
        assertEquals(List.of("request 1", 1, "request 1", 2, "request 1", 3, "request 1"), events);
    }

    @Test
    void a_loop_over_a_flux_of_another_thread_stays_on_its_own() throws Exception {
        List<Thread> emitting = Collections.synchronizedList(new ArrayList<>());
        Flux<Long> flux = Flux.interval(Duration.ofMillis(1))
                .onBackpressureBuffer()
                .take(5)
                .doOnNext(tick -> emitting.add(Thread.currentThread()));
        List<Thread> reading = EventLoop.run(threadsOf(flux));
        assertEquals(Collections.nCopies(5, Thread.currentThread()), reading);
        assertNotSame(Thread.currentThread(), emitting.get(0));
    }

    @Suspendable
    private static Coroutine<List<Thread>> threadsOf(Flux<?> flux) {
        List<Thread> threads = new ArrayList<>();
        for (Object tick : Streams.read(flux)) {
            threads.add(Thread.currentThread());
        }
        return Coroutine.of(threads);
    }

    @Test
    void a_failure_of_a_flux_is_thrown_as_it_is() {
        IOException failure = new IOException("torn");
        Flux<Integer> flux = Flux.concat(Flux.just(1), Flux.error(failure));
        assertSame(failure, assertThrows(IOException.class, () -> EventLoop.run(readAll(flux))));
        assertEquals(List.of(1), events);
    }

    @Test
    void leaving_the_loop_cancels_the_flux() {
        Flux<Integer> flux = Flux.range(1, 100).doOnCancel(() -> events.add("cancelled"));
        assertEquals(2, EventLoop.run(readUntil(flux, 2)));
        assertEquals(List.of("cancelled"), events);
    }

    @Suspendable
    private static Coroutine<Integer> readUntil(Flux<Integer> flux, int last) {
        try (AsyncGenerator<Integer> numbers = Streams.read(flux)) {
            for (int number : numbers) {
                if (number == last) {
                    return Coroutine.of(number);
                }
            }
        }
        return null;
    }

    @Test
    void cancelling_the_task_that_reads_cancels_the_flux() {
        Sinks.Many<Integer> sink = Sinks.many().unicast().onBackpressureBuffer();
        EventLoop.run(cancelledReader(sink));
        assertEquals(List.of(1, "cancelled"), events);
    }

    @Suspendable
    private Coroutine<Void> cancelledReader(Sinks.Many<Integer> sink) {
        Task<Void> reader = EventLoop.current().spawn(readAll(sink.asFlux().doOnCancel(() -> events.add("cancelled"))));
        sink.tryEmitNext(1).orThrow();
        while (events.isEmpty()) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        reader.cancel();
        while (!reader.isDone()) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> readAll(Flux<Integer> flux) {
        for (int number : Streams.read(flux)) {
            events.add(number);
        }
        return null;
    }

    @Test
    void a_body_that_is_published_runs_as_far_as_was_requested() {
        Manual subscriber = new Manual();
        Streams.flux(counting(100)).subscribe(subscriber);
        assertEquals(List.of(), events);
        subscriber.request(2);
        assertEquals(List.of("makes 1", "got 1", "makes 2", "got 2"), events);
        events.clear();
        subscriber.request(1);
        assertEquals(List.of("makes 3", "got 3"), events);
        events.clear();
        subscriber.cancel();
        assertEquals(List.of("closed"), events);
    }

    @Test
    void each_subscriber_of_a_flux_gets_a_run_of_its_own() {
        Flux<Integer> flux = Streams.flux(counting(3));
        assertEquals(List.of(1, 2, 3), flux.collectList().block());
        assertEquals(6, flux.reduce(Integer::sum).block());
    }

    @Test
    void operators_pass_their_demand_on() {
        List<Integer> taken =
                Streams.flux(counting(100)).limitRate(4).take(6).collectList().block();
        assertEquals(List.of(1, 2, 3, 4, 5, 6), taken);
        assertEquals(true, events.contains("closed"));
        assertEquals(false, events.contains("makes 9"), events::toString); // 4, and 3 as soon as 3 are taken
    }

    @Test
    void cancelling_the_flux_cancels_what_the_body_awaits() {
        CompletableFuture<String> awaited = new CompletableFuture<>();
        Manual subscriber = new Manual();
        Streams.flux(awaiting(awaited)).subscribe(subscriber);
        subscriber.request(1);
        assertEquals(List.of("awaits"), events);
        subscriber.cancel();
        assertEquals(true, awaited.isCancelled());
        assertEquals(List.of("awaits", "closed"), events);
    }

    @Suspendable
    private Flow.Publisher<String> awaiting(CompletableFuture<String> awaited) {
        events.add("awaits");
        try {
            AsyncGenerator.yield(await(awaited));
        } finally {
            events.add("closed");
        }
        return null;
    }

    @Suspendable
    private Flow.Publisher<Integer> counting(int last) {
        try {
            for (int i = 1; i <= last; i++) {
                events.add("makes " + i);
                AsyncGenerator.yield(i);
            }
        } finally {
            events.add("closed");
        }
        return null;
    }

    @Test
    void a_body_that_is_published_on_a_loop_runs_there() {
        try (LoopThread clock = LoopThread.start(task -> new Thread(task, "clock"))) {
            assertEquals(
                    List.of("clock", "clock", "clock"),
                    Streams.fluxOn(clock.loop(), threads(3)).collectList().block(Duration.ofSeconds(PATIENCE_SECONDS)));
        }
    }

    @Test
    void cancelling_a_flux_on_a_loop_closes_the_body_there() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (LoopThread clock = LoopThread.start(task -> new Thread(task, "clock"))) {
            assertEquals(
                    "clock",
                    Streams.fluxOn(clock.loop(), threadsUntilClosed(closed))
                            .blockFirst(Duration.ofSeconds(PATIENCE_SECONDS)));
            assertEquals(true, closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        assertEquals(List.of("closed on clock"), events);
    }

    @Suspendable
    private Flow.Publisher<String> threadsUntilClosed(CountDownLatch closed) {
        try {
            while (true) {
                await(EventLoop.sleep(Duration.ofMillis(1)));
                AsyncGenerator.yield(Thread.currentThread().getName());
            }
        } finally {
            events.add("closed on " + Thread.currentThread().getName());
            closed.countDown();
        }
    }

    @Suspendable
    private static Flow.Publisher<String> threads(int number) {
        for (int i = 0; i < number; i++) {
            await(EventLoop.sleep(Duration.ofMillis(1)));
            AsyncGenerator.yield(Thread.currentThread().getName());
        }
        return null;
    }

    /** Requests when told to. */
    private final class Manual extends BaseSubscriber<Object> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(Object value) {
            events.add("got " + value);
        }
    }
}
