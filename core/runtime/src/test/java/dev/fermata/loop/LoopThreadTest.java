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
