package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AlreadyExecutingException;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.State;
import dev.fermata.StopIteration;
import java.lang.ref.WeakReference;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Woven code in unusual company: other threads, short stacks, itself. */
@Timeout(120)
class RunningTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.lang.ref.Reference;
            import java.util.function.Consumer;

            class Host {
                static Generator<Object, Object, Object> self;

                @Suspendable
                static Generator<Object, Object, Object> resumesItself() {
                    self = resumesItselfLater();
                    return self;
                }

                @Suspendable
                private static Generator<Object, Object, Object> resumesItselfLater() {
                    Generator.yield("first");
                    self.next();
                    return null;
                }

                @Suspendable
                static Generator<Object, Object, Object> counter() {
                    long sum = 0;
                    Object sent = null;
                    for (int i = 0; ; i++) {
                        sum += i;
                        sent = Generator.yield(i + ":" + sum + ":" + sent);
                    }
                }

                @Suspendable
                static Coroutine<Object> traps(int n) {
                    long sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += Coroutine.<Integer>suspend(i);
                    }
                    return Coroutine.of(sum);
                }

                @Suspendable
                static Coroutine<Object> manyReady(int n) {
                    long sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += Coroutine.await(ready(i));
                    }
                    return Coroutine.of(sum);
                }

                @Suspendable
                private static Coroutine<Integer> ready(int i) {
                    return Coroutine.of(i);
                }

                Object cargo = new byte[1];

                @Suspendable
                private Generator<Object, Object, Object> usesThisEarly() {
                    Generator.yield(cargo);
                    Generator.yield("later");
                    return null;
                }

                @Suspendable
                private Generator<Object, Object, Object> fencesThis() {
                    Generator.yield(cargo);
                    Generator.yield("later");
                    Reference.reachabilityFence(this);
                    return null;
                }

                static Generator<Object, Object, Object> early(Consumer<Object> seen) {
                    Host host = new Host();
                    seen.accept(host);
                    return host.usesThisEarly();
                }

                static Generator<Object, Object, Object> fenced(Consumer<Object> seen) {
                    Host host = new Host();
                    seen.accept(host);
                    return host.fencesThis();
                }
            }
            """;

    private final Loader loader = new Loader(Classes.compile(HOST).woven());

    @SuppressWarnings("unchecked") // what the method returns
    private Generator<Object, Object, Object> generator(String method, Object... arguments) throws Exception {
        return (Generator<Object, Object, Object>) loader.call("Host", method, arguments);
    }

    @SuppressWarnings("unchecked") // what the method returns
    private Coroutine<Object> coroutine(String method, int n) throws Exception {
        return (Coroutine<Object>) loader.call("Host", method, n);
    }

    @Test
    @Tag("G5")
    void a_generator_that_resumes_itself_is_told_so() throws Exception {
        Generator<Object, Object, Object> outer = generator("resumesItself");
        assertEquals("first", outer.next());
        assertThrows(AlreadyExecutingException.class, outer::next);
        assertEquals(State.CLOSED, outer.state());
    }

    @Test
    @Tag("C14")
    void a_frame_that_dies_of_a_stack_overflow_is_never_resumed_in_between() throws Exception {
        for (int round = 0; round < 60; round++) {
            Generator<Object, Object, Object> counter = generator("counter");
            counter.next();
            counter.next();
            int[] depth = {0};
            boolean overflowed = overflows(counter, depth);
            assertTrue(overflowed);
            if (counter.state() == State.CLOSED) {
                assertThrows(StopIteration.class, counter::next);
            } else if (counter.state() == State.RUNNING) {
                // The stack was too full even to note the end.
                assertThrows(AlreadyExecutingException.class, counter::next);
            } else {
                assertEquals(State.SUSPENDED, counter.state());
                String[] parts = counter.next().toString().split(":");
                long n = Long.parseLong(parts[0]);
                assertEquals(n * (n + 1) / 2, Long.parseLong(parts[1]), "no step is done by half");
            }
        }
    }

    /** Resumes it at every depth until the stack is full. */
    private static boolean overflows(Generator<Object, Object, Object> counter, int[] depth) {
        try {
            depth[0]++;
            counter.next();
            return overflows(counter, depth);
        } catch (StackOverflowError e) {
            return true;
        } catch (StopIteration e) {
            throw new AssertionError("ended at depth " + depth[0], e);
        }
    }

    @Test
    @Tag("G4")
    @Tag("G6")
    void a_coroutine_is_handed_from_thread_to_thread_at_every_suspension() throws Exception {
        int n = 20_000;
        Coroutine<Object> coroutine = coroutine("traps", n);
        SynchronousQueue<Object> there = new SynchronousQueue<>();
        SynchronousQueue<Object> back = new SynchronousQueue<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                for (Object trap = there.take(); !trap.equals("end"); trap = there.take()) {
                    back.put(step(coroutine, trap)); // resumes at once what the other thread has just suspended
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        other.start();
        Object trap = step(coroutine, null);
        while (trap instanceof Integer) {
            there.put(trap);
            trap = back.take();
            if (trap instanceof Integer) {
                trap = step(coroutine, trap);
            }
        }
        there.put("end");
        other.join();
        assertNull(failure.get());
        assertEquals("sum " + (long) n * (n - 1) / 2, trap);
    }

    private static Object step(Coroutine<Object> coroutine, Object answer) {
        try {
            return coroutine.send(answer);
        } catch (StopIteration end) {
            return "sum " + end.value();
        }
    }

    @Test
    @Tag("G7")
    void a_million_ready_values_need_no_stack() throws Exception {
        int n = 1_000_000;
        Coroutine<Object> coroutine = coroutine("manyReady", n);
        AtomicReference<Object> end = new AtomicReference<>();
        Thread small = new Thread(null, () -> end.set(step(coroutine, null)), "small stack", 256 * 1024);
        small.start();
        small.join();
        assertEquals("sum " + (long) n * (n - 1) / 2, end.get());
    }

    @Test
    @Tag("G11")
    void this_is_kept_as_long_as_the_method_fences_it_and_no_longer() throws Exception {
        assertNull(afterCollection("early"), "dead, as the specification allows");
        assertNotNull(afterCollection("fenced"), "a fence keeps it alive");
    }

    private Object afterCollection(String method) throws Exception {
        AtomicReference<WeakReference<Object>> seen = new AtomicReference<>();
        java.util.function.Consumer<Object> consumer = host -> seen.set(new WeakReference<>(host));
        Generator<Object, Object, Object> generator = generator(method, consumer);
        generator.next();
        for (int i = 0; i < 50 && seen.get().get() != null; i++) {
            System.gc();
        }
        Object left = seen.get().get();
        assertEquals("later", generator.next());
        return left;
    }
}
