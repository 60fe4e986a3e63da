package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a loop is told to be blocked: looked at by hand, at moments that need not be waited for. */
class BlockedLoopLookTest {
    private final EventLoop loop = new EventLoop();
    private final LoopDebug debug = new LoopDebug(loop, DebugOptions.defaults().withBlocked(Duration.ofHours(1)));
    private final BlockedLoop blocked = new BlockedLoop(debug);
    private final Runnable callback = () -> {};

    private static long inHours(int hours) {
        return System.nanoTime() + Duration.ofHours(hours).toNanos();
    }

    @AfterEach
    void end() {
        debug.end();
        loop.close();
    }

    @Test
    void a_step_that_lasts_longer_than_the_limit_blocks_it() {
        blocked.callbackBegins(callback);
        blocked.look(inHours(0));
        assertFalse(blocked.isTold());
        blocked.look(inHours(2));
        assertTrue(blocked.isTold());
        blocked.callbackEnded(callback);
        assertFalse(blocked.isTold());
    }

    @Test
    void a_loop_that_waits_is_not_blocked() {
        blocked.look(inHours(2));
        assertFalse(blocked.isTold());
        blocked.callbackBegins(callback);
        blocked.callbackEnded(callback);
        blocked.look(inHours(2));
        assertFalse(blocked.isTold());
    }

    @Test
    void many_short_steps_do_not_block_it_but_steps_within_a_long_one_do() {
        blocked.callbackBegins(callback);
        blocked.callbackBegins(callback);
        blocked.callbackEnded(callback);
        blocked.look(inHours(2));
        assertTrue(blocked.isTold());
        blocked.callbackEnded(callback);
        blocked.callbackBegins(callback);
        blocked.look(inHours(0));
        assertFalse(blocked.isTold());
        blocked.callbackEnded(callback);
    }

    @Test
    void the_loop_goes_on_while_what_blocked_it_is_put_into_words() {
        Object slow = new Object() {
            @Override
            public String toString() { // waits for the loop's thread, as for a lock that it holds
                CompletableFuture.runAsync(() -> {
                            blocked.callbackBegins(callback);
                            blocked.callbackEnded(callback);
                        })
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
                return "slow";
            }
        };
        blocked.callbackBegins(slow);
        blocked.look(inHours(2));
        assertTrue(blocked.isTold());
        blocked.callbackEnded(slow);
    }

    @Test
    void a_step_that_ends_while_it_is_put_into_words_is_not_told() {
        Object late = new Object() {
            @Override
            public String toString() {
                blocked.callbackEnded(this);
                blocked.callbackBegins(callback);
                return "late";
            }
        };
        blocked.callbackBegins(late);
        blocked.look(inHours(2));
        assertFalse(blocked.isTold());
        blocked.callbackEnded(callback);
    }
}
