package dev.fermata.testkit.junit;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.testkit.LeftoversError;
import dev.fermata.testkit.OrderError;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** How a failing test looks to JUnit. */
class FailingLoopTestsTest {
    private static final IllegalStateException BOOM = new IllegalStateException("boom");

    /** Not found by itself: the build leaves nested classes to the classes around them, and this one is static. */
    static class Failing {
        @Suspendable
        static Coroutine<Void> note(List<String> trace, String name) {
            trace.add(name);
            return null;
        }

        /** Right by arrival alone. */
        @LoopTest
        void leaves_the_order_to_chance(TestLoop loop) {
            List<String> trace = new ArrayList<>();
            loop.run(() -> {
                for (String name : List.of("a", "b", "c")) {
                    EventLoop.current().spawn(note(trace, name));
                }
                await(EventLoop.sleep(Duration.ofSeconds(1)));
                return null;
            });
            assertEquals(List.of("a", "b", "c"), trace);
        }

        @LoopTest
        void fails_by_arrival(TestLoop loop) {
            throw BOOM;
        }

        @LoopTest(seed = 0x123456789aL)
        void leaves_a_task(TestLoop loop) {
            loop.loop().spawn("forgotten", EventLoop.sleep(Duration.ofSeconds(3)));
        }

        @LoopTest
        void leaves_a_failure(TestLoop loop) {
            loop.loop().callSoon(() -> {
                throw BOOM;
            });
            loop.run(() -> EventLoop.sleep(Duration.ofSeconds(1)));
        }

        @LoopTest
        void fails_and_leaves_a_failure(TestLoop loop) {
            leaves_a_failure(loop);
            throw new IllegalArgumentException("first");
        }

        @LoopTest
        void hangs(TestLoop loop) {
            loop.run(() -> {
                await(new Promise<>(EventLoop.current()));
                return null;
            });
        }

        @LoopTest(seed = 1)
        void is_aborted(TestLoop loop) {
            assumeTrue(false);
        }
    }

    private static Events run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Failing.class, method, TestLoop.class))
                .execute()
                .testEvents();
    }

    private static Throwable failureOf(String method) {
        List<Throwable> failures =
                run(method).failed().map(FailingLoopTestsTest::throwable).toList();
        assertEquals(1, failures.size(), () -> method + ": " + failures);
        return failures.get(0);
    }

    private static Throwable throwable(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Test
    void a_failing_order_is_named_and_the_last_one_run() {
        Events events = run("leaves_the_order_to_chance");
        assertTrue(events.succeeded().count() >= 1, "by arrival it is right");
        assertEquals(1, events.failed().count());
        OrderError error = assertInstanceOf(
                OrderError.class, throwable(events.failed().list().get(0)));
        String seed = "0x" + Long.toHexString(error.seed());
        assertTrue(
                error.getMessage()
                        .startsWith("order seed " + seed + " of 100: replay with @LoopTest(seed = " + seed
                                + ") or -Dfermata.order.seed=" + seed + ": "),
                error.getMessage());
        assertInstanceOf(AssertionError.class, error.getCause());

        String again;
        System.setProperty("fermata.order.seed", seed);
        try {
            Events replay = run("leaves_the_order_to_chance");
            assertEquals(1, replay.finished().count());
            again = throwable(replay.failed().list().get(0)).getCause().getMessage();
        } finally {
            System.clearProperty("fermata.order.seed");
        }
        assertEquals(error.getCause().getMessage(), again);
    }

    @Test
    void a_failure_by_arrival_is_thrown_as_it_is() {
        assertSame(BOOM, failureOf("fails_by_arrival"));
    }

    @Test
    void a_task_that_is_left_is_named_and_so_is_the_order() {
        OrderError error = assertInstanceOf(OrderError.class, failureOf("leaves_a_task"));
        assertTrue(error.getMessage().contains("@LoopTest(seed = 0x123456789aL)"), error.getMessage());
        String left = assertInstanceOf(LeftoversError.class, error.getCause()).getMessage();
        assertTrue(left.contains("forgotten: EventLoop.sleep of PT3S, which has its turn coming"), left);
    }

    @Test
    void failures_nobody_saw_are_suppressed_ones() {
        LeftoversError error = assertInstanceOf(LeftoversError.class, failureOf("leaves_a_failure"));
        assertSame(BOOM, error.getSuppressed()[0]);
        Throwable first = failureOf("fails_and_leaves_a_failure");
        assertEquals("first", first.getMessage());
        assertSame(BOOM, first.getSuppressed()[0].getSuppressed()[0]);
    }

    @Test
    void a_test_that_hangs_says_where_and_nothing_else() {
        Throwable error = failureOf("hangs");
        assertTrue(
                error.getMessage().startsWith("deadlock: nothing can ever wake these tasks: \n  test: "),
                error.getMessage());
        assertTrue(error.getMessage().contains(", which awaits the promise"), error.getMessage());
        assertEquals(0, error.getSuppressed().length);
    }

    @Test
    void an_assumption_aborts_as_ever() {
        assertEquals(1, run("is_aborted").aborted().count());
    }
}
