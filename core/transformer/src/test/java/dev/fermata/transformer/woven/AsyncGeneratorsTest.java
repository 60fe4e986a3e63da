package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.GeneratorExit;
import dev.fermata.State;
import dev.fermata.StopAsyncIteration;
import dev.fermata.StopIteration;
import dev.fermata.TypeMismatchException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps of asynchronous generators, driven by hand. */
@Timeout(60)
class AsyncGeneratorsTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.util.List;

            class Host {
                @Suspendable
                static Coroutine<Object> pause(Object trap) {
                    return Coroutine.of(Coroutine.suspend(trap));
                }

                @Suspendable
                static AsyncGenerator<Object> both(List<Object> log) {
                    try {
                        log.add("sent " + AsyncGenerator.yield("a"));
                        log.add("driver sent " + Coroutine.await(pause("trap 1")));
                        log.add("sent " + AsyncGenerator.yield("b"));
                        log.add("driver sent " + Coroutine.suspend("trap 2"));
                    } catch (IllegalArgumentException e) {
                        log.add("caught " + e.getMessage());
                        AsyncGenerator.yield("c");
                    } finally {
                        Coroutine.await(pause("finally"));
                        log.add("finally");
                    }
                    return null;
                }

                @Suspendable
                static AsyncGenerator<Object> outer(List<Object> log, AsyncGenerator<Object> inner) {
                    try {
                        AsyncGenerator.yield("before");
                        AsyncGenerator.yieldFrom(inner);
                        log.add("passed");
                        AsyncGenerator.yield("after");
                    } finally {
                        Coroutine.await(pause("outer finally"));
                        log.add("outer finally");
                    }
                    return null;
                }

                @Suspendable
                static AsyncGenerator<Object> tail(AsyncGenerator<Object> inner) {
                    AsyncGenerator.yield("head");
                    return inner;
                }

                @Suspendable
                static AsyncGenerator<Object> stubborn(List<Object> log) {
                    while (true) {
                        try {
                            AsyncGenerator.yield("mine");
                        } catch (GeneratorExit e) {
                            Coroutine.await(pause("no"));
                            log.add("refused");
                        }
                    }
                }

                @Suspendable
                static AsyncGenerator<Object> swallows(List<Object> log) {
                    try {
                        AsyncGenerator.yield("mine");
                    } catch (GeneratorExit e) {
                        Coroutine.await(pause("swallowing"));
                        log.add("swallowed");
                    }
                    return null;
                }

                @Suspendable
                static AsyncGenerator<Object> nested(int depth, int pauses) {
                    if (depth > 0) {
                        AsyncGenerator.yieldFrom(nested(depth - 1, pauses));
                    } else {
                        for (int i = 0; i < 3; i++) {
                            for (int p = 0; p < pauses; p++) {
                                Coroutine.await(pause("p"));
                            }
                            AsyncGenerator.yield(i);
                        }
                    }
                    return null;
                }

                @Suspendable
                static Coroutine<Object> first(AsyncGenerator<Object> generator) {
                    return Coroutine.of(Coroutine.await(generator.next()));
                }

                @Suspendable
                static AsyncGenerator<Object> stage(AsyncGenerator<Object> source, boolean delegating) {
                    while (true) {
                        Object value;
                        try {
                            value = Coroutine.await(source.next());
                        } catch (StopAsyncIteration end) {
                            return null;
                        }
                        if (delegating) {
                            AsyncGenerator.yieldFrom(only(value));
                        } else {
                            AsyncGenerator.yield(value);
                        }
                    }
                }

                @Suspendable
                static AsyncGenerator<Object> forwarding(AsyncGenerator<Object> source) {
                    AsyncGenerator.yieldFrom(stage(source, true));
                    return null;
                }

                @Suspendable
                static AsyncGenerator<Object> only(Object value) {
                    AsyncGenerator.yield(value);
                    return null;
                }

                static Coroutine<Object> raising(AsyncGenerator<Object> generator, Throwable error) {
                    return generator.raise(error);
                }

                @Suspendable
                static AsyncGenerator<Object> pausing() {
                    Coroutine.suspend("in the middle");
                    AsyncGenerator.yield(1);
                    return null;
                }
            }
            """;

    private final Loader loader = new Loader(Classes.compile(HOST).woven());
    private final List<Object> log = new ArrayList<>();

    @SuppressWarnings("unchecked") // what the method returns
    private AsyncGenerator<Object> generator(String method, Object... arguments) throws Exception {
        return (AsyncGenerator<Object>) loader.call("Host", method, arguments);
    }

    /** Drives to the end, noting what is handed out on the way; the driver sends the number of each trap. */
    private Object run(Coroutine<?> coroutine) {
        Object sent = null;
        for (int i = 1; ; i++) {
            try {
                log.add(coroutine.send(sent));
            } catch (StopIteration end) {
                return end.value();
            }
            sent = i;
        }
    }

    private List<Object> taken() {
        List<Object> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    @Test
    void values_go_to_the_consumer_and_traps_to_the_driver() throws Exception {
        AsyncGenerator<Object> g = generator("both", log);
        assertEquals(State.CREATED, g.state());
        assertEquals("a", run(g.next()));
        assertEquals("b", run(g.send("x")));
        assertEquals(List.of("sent x", "trap 1", "driver sent 1"), taken());
        assertEquals(State.SUSPENDED, g.state());
        assertThrows(StopAsyncIteration.class, () -> run(g.next()));
        assertEquals(List.of("sent null", "trap 2", "driver sent 1", "finally", "finally"), taken());
        assertEquals(State.CLOSED, g.state());
        assertThrows(StopAsyncIteration.class, () -> run(g.next()));
        assertEquals("other", run(g.next("other")));
        assertNull(run(g.closeAsync()));
    }

    @Test
    void an_exception_is_raised_at_the_yield() throws Exception {
        AsyncGenerator<Object> g = generator("both", log);
        run(g.next());
        assertEquals("c", run(g.raise(new IllegalArgumentException("x"))));
        assertEquals(List.of("caught x"), taken());
        assertThrows(ArithmeticException.class, () -> run(g.raise(new ArithmeticException())));
        assertEquals(List.of("finally", "finally"), taken());
    }

    @Test
    void before_the_start_nothing_can_be_sent_and_an_exception_ends_it() throws Exception {
        AsyncGenerator<Object> g = generator("both", log);
        assertThrows(TypeMismatchException.class, () -> run(g.send("x")));
        ArithmeticException error = new ArithmeticException();
        assertSame(error, assertThrows(ArithmeticException.class, () -> run(g.raise(error))));
        assertEquals(State.CLOSED, g.state());
        assertNull(run(g.raise(error)));
        AsyncGenerator<Object> closed = generator("both", log);
        assertNull(run(closed.closeAsync()));
        assertEquals(State.CLOSED, closed.state());
    }

    @Test
    void a_step_can_be_awaited_once() throws Exception {
        AsyncGenerator<Object> g = generator("both", log);
        Coroutine<Object> step = g.next();
        run(step);
        assertThrows(IllegalStateException.class, () -> run(step));
    }

    @Test
    void a_second_step_is_refused_and_does_not_disturb_the_first() throws Exception {
        AsyncGenerator<Object> g = generator("pausing");
        Coroutine<Object> step = g.next();
        assertEquals("in the middle", step.send(null));
        assertThrows(IllegalStateException.class, () -> run(g.next()));
        assertThrows(IllegalStateException.class, () -> run(g.closeAsync()));
        assertEquals(1, run(step));
        assertThrows(StopAsyncIteration.class, () -> run(g.next()));
    }

    @Test
    void a_step_that_is_closed_closes_what_waits_in_the_generator() throws Exception {
        AsyncGenerator<Object> g = generator("pausing");
        Coroutine<Object> step = g.next();
        step.send(null);
        step.close();
        assertEquals(State.CLOSED, g.state());
        assertThrows(StopAsyncIteration.class, () -> run(g.next()));
    }

    @Test
    void a_delegate_yields_receives_and_catches_in_the_place_of_the_outer_one() throws Exception {
        AsyncGenerator<Object> g = generator("outer", log, generator("both", log));
        assertEquals("before", run(g.next()));
        assertEquals("a", run(g.next()));
        assertEquals("b", run(g.send("x")));
        assertEquals("c", run(g.raise(new IllegalArgumentException("y"))));
        assertEquals("after", run(g.next()));
        assertEquals(List.of("sent x", "trap 1", "driver sent 1", "caught y", "finally", "finally", "passed"), taken());
        assertThrows(StopAsyncIteration.class, () -> run(g.next()));
        assertEquals(List.of("outer finally", "outer finally"), taken());
    }

    @Test
    void closing_closes_the_delegate_first_and_both_may_wait() throws Exception {
        AsyncGenerator<Object> inner = generator("both", log);
        AsyncGenerator<Object> g = generator("outer", log, inner);
        run(g.next());
        run(g.next());
        assertNull(run(g.closeAsync()));
        assertEquals(List.of("finally", "finally", "outer finally", "outer finally"), taken());
        assertEquals(State.CLOSED, inner.state());
        assertEquals(State.CLOSED, g.state());
    }

    @Test
    void a_delegate_that_swallows_the_exit_still_lets_the_outer_one_be_closed() throws Exception {
        AsyncGenerator<Object> g = generator("outer", log, generator("swallows", log));
        run(g.next());
        run(g.next());
        assertThrows(GeneratorExit.class, () -> run(g.raise(new GeneratorExit())));
        assertEquals(List.of("swallowing", "swallowed", "outer finally", "outer finally"), taken());
    }

    @Test
    void a_delegate_that_yields_when_closed_is_an_error_in_the_outer_one() throws Exception {
        AsyncGenerator<Object> inner = generator("stubborn", log);
        AsyncGenerator<Object> g = generator("outer", log, inner);
        run(g.next());
        run(g.next());
        assertThrows(IllegalStateException.class, () -> run(g.closeAsync()));
        assertEquals(List.of("no", "refused", "outer finally", "outer finally"), taken());
        assertEquals(State.CLOSED, g.state());
        assertEquals(State.SUSPENDED, inner.state());
        assertEquals("mine", run(inner.next()));
    }

    @Test
    void a_generator_that_is_returned_is_delegated_to() throws Exception {
        AsyncGenerator<Object> g = generator("tail", generator("both", log));
        assertEquals("head", run(g.next()));
        assertEquals("a", run(g.next()));
        assertEquals("b", run(g.next()));
        assertThrows(StopAsyncIteration.class, () -> run(g.next()));
    }

    @Test
    void what_is_delegated_to_cannot_be_stepped_by_others() throws Exception {
        AsyncGenerator<Object> inner = generator("both", log);
        AsyncGenerator<Object> g = generator("outer", log, inner);
        run(g.next());
        run(g.next());
        assertThrows(IllegalStateException.class, () -> run(inner.next()));
        assertEquals("b", run(g.next()));
    }

    @Test
    void a_generator_in_the_middle_of_a_delegation_can_be_delegated_to() throws Exception {
        AsyncGenerator<Object> inner = generator("nested", 3, 1);
        assertEquals(0, run(inner.next()));
        AsyncGenerator<Object> g = generator("outer", log, inner);
        assertEquals("before", run(g.next()));
        assertEquals(1, run(g.next()));
        assertEquals(2, run(g.next()));
        assertEquals("after", run(g.next()));
    }

    @Test
    void delegation_is_bounded_by_the_heap_alone() throws Exception {
        for (int pauses = 0; pauses < 3; pauses++) {
            AsyncGenerator<Object> g = generator("nested", 100_000, pauses);
            assertEquals(0, run(g.next()));
            assertEquals(1, run(g.send("x")));
            assertEquals(2, run(loopThrough(g)));
            assertThrows(StopAsyncIteration.class, () -> run(g.next()));
        }
        AsyncGenerator<Object> closed = generator("nested", 100_000, 1);
        run(closed.next());
        assertNull(run(closed.closeAsync()));
    }

    @SuppressWarnings("unchecked") // what the method returns
    private Coroutine<Object> loopThrough(AsyncGenerator<Object> g) throws Exception {
        return (Coroutine<Object>) loader.call("Host", "first", g);
    }

    @Test
    void a_pipeline_is_bounded_by_the_heap_alone() throws Exception {
        for (String method : List.of("stage", "forwarding")) {
            AsyncGenerator<Object> g = generator("nested", 0, 2);
            for (int i = 0; i < 10_000; i++) {
                g = method.equals("stage") ? generator(method, g, i % 2 == 0) : generator(method, g);
            }
            AsyncGenerator<Object> last = g;
            assertEquals(0, run(last.next()));
            assertEquals(1, run(last.next()));
            assertEquals(2, run(last.next()));
            assertThrows(StopAsyncIteration.class, () -> run(last.next()));
            assertEquals(List.of("p", "p", "p", "p", "p", "p"), taken());
        }
    }
}
