package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.State;
import dev.fermata.frame.AsyncGeneratorHooks;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asynchronous generators that a loop finds left when it ends. */
@Timeout(60)
class LoopGeneratorsTest {
    private static final String HOST = """
            import static dev.fermata.Coroutine.await;

            import dev.fermata.*;
            import dev.fermata.loop.*;
            import java.time.Duration;
            import java.util.*;

            class Host {
                @Suspendable
                static AsyncGenerator<Object> tidy(List<Object> log, String name) {
                    try {
                        AsyncGenerator.yield(name);
                    } finally {
                        log.add("closing " + name);
                        await(EventLoop.sleep(Duration.ZERO));
                        log.add("closed " + name);
                    }
                    return null;
                }

                @Suspendable
                static AsyncGenerator<Object> failing() {
                    try {
                        AsyncGenerator.yield("failing");
                    } finally {
                        await(EventLoop.sleep(Duration.ZERO));
                        throw new IllegalStateException("in finally");
                    }
                }

                @Suspendable
                static AsyncGenerator<Object> endless(List<Object> log) {
                    try {
                        AsyncGenerator.yield("endless");
                    } finally {
                        try {
                            await(new Promise<Void>(EventLoop.current()));
                        } finally {
                            log.add("closed where it stood");
                        }
                    }
                    return null;
                }

                @Suspendable
                static Coroutine<Object> first(List<AsyncGenerator<Object>> generators) {
                    List<Object> values = new ArrayList<>();
                    for (AsyncGenerator<Object> generator : generators) {
                        values.add(await(generator.next()));
                    }
                    return Coroutine.of(values);
                }

                @Suspendable
                static Coroutine<Object> shutsDown(List<AsyncGenerator<Object>> generators) {
                    await(first(generators));
                    await(EventLoop.current().shutdownAsyncGenerators());
                    return Coroutine.of("shut down");
                }
            }
            """;

    private final Loader loader = new Loader(Classes.compile(HOST).woven());
    private final List<Object> log = new ArrayList<>();
    private final List<LoopFailure> reports = new ArrayList<>();

    @SuppressWarnings("unchecked") // what the method returns
    private AsyncGenerator<Object> generator(String method, Object... arguments) throws Exception {
        return (AsyncGenerator<Object>) loader.call("Host", method, arguments);
    }

    @SuppressWarnings("unchecked") // what the method returns
    private Object run(EventLoop loop, String method, List<AsyncGenerator<Object>> generators) throws Exception {
        loop.setExceptionHandler(reports::add);
        return loop.runUntilComplete((Coroutine<Object>) loader.call("Host", method, generators));
    }

    @Test
    void they_are_closed_all_at_once_when_the_loop_shuts_down() throws Exception {
        EventLoop loop = new EventLoop();
        List<AsyncGenerator<Object>> left = List.of(generator("tidy", log, "a"), generator("tidy", log, "b"));
        assertEquals(List.of("a", "b"), run(loop, "first", left));
        assertEquals(List.of(), log);
        loop.shutDown();
        assertEquals(List.of("closing a", "closing b", "closed a", "closed b"), log);
        assertEquals(List.of(), reports);
        assertNull(AsyncGeneratorHooks.installed());
    }

    @Test
    void they_can_be_closed_before_that() throws Exception {
        EventLoop loop = new EventLoop();
        List<AsyncGenerator<Object>> left = List.of(generator("tidy", log, "a"), generator("failing"));
        assertEquals("shut down", run(loop, "shutsDown", left));
        assertEquals(List.of("closing a", "closed a"), log);
        assertEquals("in finally", reports.get(0).error().getMessage());
        assertEquals("shut down", run(loop, "shutsDown", List.of()));
        loop.shutDown();
        assertEquals(1, reports.size());
    }

    @Test
    void a_failure_is_reported_and_keeps_no_other_from_being_closed() throws Exception {
        EventLoop loop = new EventLoop();
        run(loop, "first", List.of(generator("failing"), generator("tidy", log, "a")));
        loop.shutDown();
        assertEquals(List.of("closing a", "closed a"), log);
        assertInstanceOf(IllegalStateException.class, reports.get(0).error());
        assertEquals(1, reports.size());
    }

    @Test
    void one_that_does_not_end_is_reported_and_closed_where_it_stands() throws Exception {
        EventLoop loop = new EventLoop();
        loop.setShutdownGrace(Duration.ofMillis(1));
        AsyncGenerator<Object> endless = generator("endless", log);
        run(loop, "first", List.of(endless));
        loop.shutDown();
        assertTrue(reports.get(0).message().contains("did not end within"), reports::toString);
        assertEquals(List.of("closed where it stood"), log);
        assertEquals(State.CLOSED, endless.state());
    }
}
