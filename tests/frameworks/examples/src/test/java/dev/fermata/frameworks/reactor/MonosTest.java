package dev.fermata.frameworks.reactor;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

@Timeout(120)
final class MonosTest {
    private final List<Object> events = new ArrayList<>();

    @Test
    void a_mono_is_awaited_and_made() {
        Mono<String> slow = Mono.just("source").delayElement(Duration.ofMillis(5));
        Mono<String> cached = Monos.cached(Mono.empty(), slow);
        assertEquals("source", cached.block());
        assertEquals("source", cached.block()); // anew
        assertEquals("cache", Monos.cached(Mono.just("cache"), slow).block());
        assertNull(Monos.cached(Mono.empty(), Mono.empty()).block());
    }

    @Test
    void nothing_starts_before_somebody_subscribes() {
        Mono<String> cached = Monos.cached(
                Mono.fromRunnable(() -> events.add("cache")), Mono.fromRunnable(() -> events.add("source")));
        assertEquals(List.of(), events);
        cached.block();
        assertEquals(List.of("cache", "source"), events);
    }

    @Test
    void the_failure_of_a_mono_is_thrown_as_it_is_and_given_on() {
        IOException failure = new IOException("torn");
        Monos.cached(Mono.empty(), Mono.error(failure)).subscribe(events::add, events::add);
        assertEquals(1, events.size());
        assertSame(failure, events.get(0));
        assertSame(failure, assertThrows(IOException.class, () -> EventLoop.run(awaiting(Mono.error(failure)))));
    }

    @Test
    void disposing_cancels_the_coroutine_and_what_it_awaits() {
        Mono<String> never = Mono.<String>never().doOnCancel(() -> events.add("cancelled"));
        Disposable subscription = Monos.cached(never, Mono.fromRunnable(() -> events.add("source")))
                .subscribe();
        assertEquals(List.of(), events);
        subscription.dispose();
        assertEquals(List.of("cancelled"), events);
    }

    @Test
    void cancelling_a_task_cancels_the_mono_that_it_awaits() {
        EventLoop.run(cancelsAwaiting(Mono.<String>never().doOnCancel(() -> events.add("cancelled"))));
        assertEquals(List.of("cancelled"), events);
    }

    @Suspendable
    private static Coroutine<Void> cancelsAwaiting(Mono<String> mono) {
        Task<String> task = EventLoop.current().spawnEagerly(awaiting(mono));
        assertFalse(task.isDone());
        task.cancel();
        await(EventLoop.sleep(Duration.ofMillis(1)));
        assertTrue(task.isCancelled());
        return null;
    }

    @Suspendable
    private static Coroutine<String> awaiting(Mono<String> mono) {
        CompletableFuture<String> future = mono.toFuture();
        return Coroutine.of(await(future));
    }
}
