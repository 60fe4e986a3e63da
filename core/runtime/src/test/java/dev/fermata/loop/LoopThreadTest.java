package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoopThreadTest {
    private final LoopThread network = LoopThread.start(task -> new Thread(task, "network"));

    @Test
    void runs_what_other_threads_submit_on_its_own() {
        try (network) {
            Coroutine<Object> where =
                    ScriptedCoroutine.of(value -> Thread.currentThread().getName());
            assertEquals("network", network.submit(where).join());
            assertTrue(network.loop().isRunning());
        }
        assertFalse(network.loop().isRunning());
        assertTrue(network.loop().isClosed());
        assertThrows(IllegalStateException.class, () -> network.submit(ScriptedCoroutine.of(value -> value)));
    }

    @Test
    void closing_cancels_what_is_left_and_waits_for_it() {
        CompletableFuture<Object> left =
                network.submit(ScriptedCoroutine.of(value -> value, () -> new Promise<>(EventLoop.current())));
        network.close();
        network.close();
        assertThrows(CancellationException.class, left::join);
    }

    @Test
    void cancelling_the_result_cancels_the_task() {
        try (network) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            CompletableFuture<Cancellation> ended = new CompletableFuture<>();
            CompletableFuture<Object> waiting = network.submit(ScriptedCoroutine.of(value -> value, () -> {
                Promise<Object> never = new Promise<>(EventLoop.current());
                never.onDone(done -> {
                    ended.complete(assertThrows(Cancellation.class, done::result));
                });
                begun.complete(null);
                return never;
            }));
            begun.join();
            waiting.cancel(false);
            assertNull(ended.join().reason());
        }
    }

    @Test
    void closing_it_twice_and_stopping_it_do_not_cut_its_end_short() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<String> unwound = new CompletableFuture<>();
        Coroutine<Object> unwinding = ScriptedCoroutine.of(
                value -> unwound.complete("to the end"),
                () -> EventLoop.current().spawn(slowToStop(begun)));
        network.submit(unwinding);
        begun.join();
        network.close();
        assertEquals("to the end", unwound.join());
    }

    /** Ends some turns after it has been cancelled, although somebody stops the loop meanwhile. */
    private Coroutine<Object> slowToStop(CompletableFuture<Void> begun) {
        Promise<Object> end = new Promise<>(EventLoop.current());
        Promise<Object> stubborn = Promise.cancelledBy(EventLoop.current(), reason -> {
            network.loop().stop();
            new Thread(network::close).start();
            network.loop().callSoon(() -> network.loop().callSoon(() -> end.tryComplete(null)));
            return true;
        });
        end.onDone(done -> stubborn.tryComplete(null));
        return ScriptedCoroutine.of(value -> value, () -> {
            begun.complete(null);
            return stubborn;
        });
    }

    @Test
    void its_own_thread_cannot_close_it() {
        try (network) {
            Coroutine<Object> closing = ScriptedCoroutine.of(value -> {
                network.close();
                return null;
            });
            CompletableFuture<Object> refused = network.submit(closing);
            Throwable failure = assertThrows(java.util.concurrent.CompletionException.class, refused::join)
                    .getCause();
            assertEquals(IllegalStateException.class, failure.getClass());
        }
    }
}
