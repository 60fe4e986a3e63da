package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread that looks after loops. */
class WatchdogTest {
    private static final InheritableThreadLocal<String> INHERITABLE = new InheritableThreadLocal<>();

    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private Watchdog.Watched watched; // held, as nobody else does

    @AfterEach
    void end() {
        Watchdog.forget(watched);
    }

    /** Has a look taken every millisecond. */
    private void watch(Consumer<Long> look) {
        watched = new Watchdog.Watched() {
            @Override
            public long nanosBetweenLooks() {
                return 1_000_000;
            }

            @Override
            public void look(long now) {
                look.accept(now);
            }
        };
        Watchdog.watch(watched);
    }

    @Test
    void keeps_nothing_of_who_happened_to_make_the_first_loop() throws Exception {
        INHERITABLE.set("of the test");
        try {
            CompletableFuture<String> inherited = new CompletableFuture<>();
            watch(now -> {
                inherited.complete(INHERITABLE.get());
                thread.complete(Thread.currentThread());
            });
            assertNull(thread.get(20, TimeUnit.SECONDS).getContextClassLoader());
            assertNull(inherited.get(20, TimeUnit.SECONDS));
        } finally {
            INHERITABLE.remove();
        }
    }

    @Test
    void goes_on_after_an_error_of_what_it_looks_at() throws Exception {
        LinkageError failure = new LinkageError("of a callback's toString");
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        watch(now -> {
            if (!told.isDone()) {
                Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> told.complete(error));
                throw failure;
            }
            Thread.currentThread().setUncaughtExceptionHandler(null);
            thread.complete(Thread.currentThread());
        });
        assertEquals(failure, told.get(20, TimeUnit.SECONDS));
        thread.get(20, TimeUnit.SECONDS);
    }
}
