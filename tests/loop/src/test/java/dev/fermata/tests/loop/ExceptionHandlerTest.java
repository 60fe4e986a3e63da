package dev.fermata.tests.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Promise;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.testkit.junit.LoopTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionHandlerTest {
    private final RuntimeException boom = new IllegalStateException("boom");

    @LoopTest
    void the_failure_of_a_callback_is_handed_over_and_the_loop_goes_on(TestLoop test) {
        EventLoop loop = test.loop();
        Error error = new AssertionError("an error, too");
        loop.callSoon(() -> {
            throw boom;
        });
        loop.callSoon(() -> {
            throw error;
        });
        test.run(() -> EventLoop.sleep(Programs.SECOND));
        List<LoopFailure> failures = test.takeFailures();
        assertEquals(
                List.of(boom, error), failures.stream().map(LoopFailure::error).toList());
        assertSame(loop, failures.get(0).loop());
        assertNull(failures.get(0).source());
        assertEquals("a callback failed", failures.get(0).message());
    }

    @LoopTest
    void so_is_the_failure_of_a_done_callback_and_of_a_timer(TestLoop test) {
        Promise<String> promise = new Promise<>(test.loop());
        promise.onDone(done -> {
            throw boom;
        });
        promise.complete("fine");
        test.loop().callLater(Programs.SECOND, () -> {
            throw boom;
        });
        test.run(() -> EventLoop.sleep(Programs.SECOND));
        assertEquals(2, test.takeFailures().size());
        assertEquals("fine", promise.result());
    }

    @Test
    void at_first_failures_are_logged() {
        try (CapturedLog log = new CapturedLog();
                EventLoop loop = new EventLoop(new VirtualClock())) {
            loop.callSoon(() -> {
                throw boom;
            });
            loop.runUntilComplete(Programs.turns(2));
            assertEquals(List.of("a callback failed"), log.messages());
            assertEquals(List.of(boom), log.errors());
        }
    }

    @Test
    void a_handler_that_fails_is_logged_with_what_it_was_told() {
        RuntimeException worse = new IllegalArgumentException("worse");
        try (CapturedLog log = new CapturedLog();
                EventLoop loop = new EventLoop(new VirtualClock())) {
            loop.setExceptionHandler(failure -> {
                throw worse;
            });
            loop.callSoon(() -> {
                throw boom;
            });
            loop.runUntilComplete(Programs.turns(2));
            assertEquals(List.of("the exception handler of the loop failed", "a callback failed"), log.messages());
            assertEquals(List.of(worse, boom), log.errors());
        }
    }
}
