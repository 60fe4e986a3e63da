package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.TypeMismatchException;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Suspendable methods that return the JDK's futures. */
@Timeout(120)
class FuturesTest {
    private static final String HOST = """
            import static dev.fermata.Coroutine.await;
            import static java.util.concurrent.CompletableFuture.completedFuture;

            import dev.fermata.*;
            import dev.fermata.loop.*;
            import java.io.IOException;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;

            class Host {
                static final List<Object> log = Collections.synchronizedList(new ArrayList<>());

                @Suspendable
                static CompletableFuture<Integer> sum(CompletionStage<Integer> a, CompletableFuture<Integer> b) {
                    log.add("started");
                    return completedFuture(await(a) + await(b));
                }

                @Suspendable
                static CompletionStage<String> stage(CompletionStage<String> a) {
                    return CompletableFuture.completedStage(await(a) + "!");
                }

                @Suspendable
                static CompletableFuture<Void> nothing() {
                    return null;
                }

                @Suspendable
                static CompletableFuture<String> tail(CompletableFuture<String> other) {
                    log.add(await(completedFuture("before")));
                    return other;
                }

                @Suspendable
                static CompletableFuture<String> failed(Throwable error) {
                    return CompletableFuture.failedFuture(error);
                }

                @Suspendable
                static CompletableFuture<String> throwing(Throwable error) throws Throwable {
                    throw error;
                }

                @Suspendable
                static CompletableFuture<String> caught(CompletableFuture<String> source) {
                    try {
                        return completedFuture(await(source));
                    } catch (Throwable e) {
                        log.add(e);
                        return completedFuture("caught");
                    }
                }

                @Suspendable
                static CompletableFuture<Object> any(Future<?> source) {
                    return completedFuture(await(source));
                }

                @Suspendable
                static CompletableFuture<Object> nobody() {
                    return completedFuture(await((CompletionStage<?>) null));
                }

                @Suspendable
                static CompletableFuture<String> cleansUp(String name, CompletableFuture<?> source) {
                    try {
                        await(source);
                        return completedFuture(name);
                    } catch (Cancellation e) {
                        log.add(name + " cancelled");
                        throw e;
                    } finally {
                        log.add(name + " finally");
                    }
                }

                @Suspendable
                static CompletableFuture<String> cleansUpSlowly(CompletableFuture<?> source, CompletableFuture<?> slow) {
                    try {
                        await(source);
                    } finally {
                        await(slow);
                        log.add("cleaned up");
                    }
                    return null;
                }

                @Suspendable
                static CompletableFuture<String> refuses(CompletableFuture<?> source) {
                    try {
                        await(source);
                    } catch (Cancellation e) {
                        return completedFuture("no");
                    }
                    return null;
                }

                @Suspendable
                static CompletableFuture<Long> manyCompleted(int n) {
                    long sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += await(completedFuture(i));
                    }
                    return completedFuture(sum);
                }

                @Suspendable
                static CompletableFuture<Long> many(int n, Supplier<? extends CompletionStage<Integer>> source) {
                    long sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += await(source.get());
                    }
                    return completedFuture(sum);
                }

                @Suspendable
                static CompletableFuture<Integer> next(CompletableFuture<Integer> previous) {
                    return completedFuture(await(previous) + 1);
                }

                @Suspendable
                static CompletableFuture<String> threads(CompletableFuture<?> a, CompletableFuture<?> b) {
                    String first = Thread.currentThread().getName();
                    await(a);
                    String second = Thread.currentThread().getName();
                    await(b);
                    return completedFuture(first + " " + second + " " + Thread.currentThread().getName());
                }

                @Suspendable
                static CompletableFuture<String> needsLoop() {
                    try {
                        await(EventLoop.sleep(Duration.ofMillis(1)));
                    } catch (IllegalStateException e) {
                        return completedFuture(e.getMessage());
                    }
                    return completedFuture("slept");
                }

                @Suspendable
                static Coroutine<String> onLoop() {
                    Thread loop = Thread.currentThread();
                    CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> {});
                    CompletableFuture<String> future = needsLoop();
                    log.add(future.isDone());
                    await(elsewhere);
                    log.add(Thread.currentThread() == loop);
                    log.add(nothing().isDone());
                    try {
                        await(failed(new IOException("expected")));
                    } catch (Exception e) {
                        log.add(e.getMessage());
                    }
                    return Coroutine.of(await(future));
                }

                @Suspendable
                static Coroutine<String> cancelsOnLoop() {
                    CompletableFuture<String> never = new CompletableFuture<>();
                    CompletableFuture<String> future = cleansUp("inner", never);
                    Task<String> task = EventLoop.current().spawn(waits(future));
                    await(EventLoop.sleep(Duration.ZERO));
                    task.cancel("why");
                    try {
                        await(task);
                    } catch (Cancellation e) {
                        log.add("task " + e.reason());
                    }
                    log.add(future.isCancelled() + " " + never.isCancelled());
                    return null;
                }

                @Suspendable
                private static Coroutine<String> waits(CompletableFuture<String> future) {
                    return Coroutine.of(await(future));
                }

                @Suspendable
                static Coroutine<Long> manyOnLoop(int n) {
                    long sum = 0;
                    for (int i = 0; i < n; i++) {
                        CompletableFuture<Integer> late = new CompletableFuture<>();
                        EventLoop.current().callSoon(() -> late.complete(1));
                        sum += await(late);
                    }
                    return Coroutine.of(sum);
                }

                @Suspendable
                static AsyncGenerator<Integer> delayed(List<CompletableFuture<Integer>> sources) {
                    for (CompletableFuture<Integer> source : sources) {
                        AsyncGenerator.yield(await(source));
                    }
                    return null;
                }

                @Suspendable
                static CompletableFuture<Integer> total(List<CompletableFuture<Integer>> sources) {
                    int total = 0;
                    for (int value : delayed(sources)) {
                        total += value;
                    }
                    return completedFuture(total);
                }

                interface Repository<K, V> {
                    CompletableFuture<V> load(K key);

                    @Suspendable
                    default CompletableFuture<List<V>> loadAll(List<? extends K> keys) {
                        List<V> values = new ArrayList<>();
                        for (K key : keys) {
                            values.add(await(load(key)));
                        }
                        return completedFuture(values);
                    }
                }

                static CompletableFuture<List<Integer>> lengths(List<String> keys, Executor executor) {
                    Repository<String, Integer> repository =
                            key -> CompletableFuture.supplyAsync(key::length, executor);
                    return repository.loadAll(keys);
                }

                static <T extends Comparable<T>> CompletableFuture<T> max(
                        CompletableFuture<T> a, CompletableFuture<T> b) {
                    Supplier<CompletableFuture<T>> lambda = () -> {
                        T left = await(a);
                        T right = await(b);
                        return completedFuture(left.compareTo(right) < 0 ? right : left);
                    };
                    return lambda.get();
                }

                static CompletableFuture<String> composed(CompletableFuture<String> a, CompletableFuture<String> b) {
                    return a.thenCompose(first -> {
                        String second = await(b);
                        return completedFuture(first + second);
                    });
                }
            }
            """;

    private static final Classes WOVEN = Classes.compile(HOST).woven();

    private final Loader loader = new Loader(WOVEN);

    @SuppressWarnings("unchecked") // what the method returns
    private <T> T call(String method, Object... arguments) throws Exception {
        return (T) loader.call("Host", method, arguments);
    }

    private List<Object> log() throws Exception {
        var log = Class.forName("Host", true, loader).getDeclaredField("log");
        log.setAccessible(true);
        return List.copyOf((List<?>) log.get(null));
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        return future.<Throwable>handle((value, error) -> error).join();
    }

    @Test
    void starts_at_once_and_is_done_if_nothing_has_to_be_waited_for() throws Exception {
        CompletableFuture<Integer> sum =
                call("sum", CompletableFuture.completedStage(1), CompletableFuture.completedFuture(2));
        assertEquals(3, sum.getNow(null));
        CompletableFuture<Void> nothing = call("nothing");
        assertTrue(nothing.isDone());
        assertNull(nothing.join());
    }

    @Test
    void runs_up_to_the_first_stage_that_is_not_complete() throws Exception {
        CompletableFuture<Integer> a = new CompletableFuture<>();
        CompletableFuture<Integer> b = new CompletableFuture<>();
        CompletableFuture<Integer> sum = call("sum", a.minimalCompletionStage(), b);
        assertEquals(List.of("started"), log());
        b.complete(2);
        assertFalse(sum.isDone());
        a.complete(1);
        assertEquals(3, sum.getNow(null));
    }

    @Test
    void composes_with_what_the_jdk_has() throws Exception {
        CompletableFuture<Integer> a = new CompletableFuture<>();
        CompletableFuture<Integer> sum = call("sum", a, CompletableFuture.completedFuture(2));
        CompletableFuture<String> text = sum.thenCompose(n -> CompletableFuture.supplyAsync(() -> "n" + n))
                .thenCombine(sum, (s, n) -> s + n);
        CompletableFuture<Void> all = CompletableFuture.allOf(sum, text);
        CompletionStage<String> stage = this.<CompletionStage<String>>call("stage", text);
        a.complete(1);
        all.join();
        assertEquals("n33", text.join());
        assertEquals("n33!", stage.toCompletableFuture().get(1, TimeUnit.MINUTES));
        assertEquals(CompletableFuture.class, sum.thenApply(n -> n).getClass());
    }

    @Test
    void other_futures_that_are_returned_are_awaited_last() throws Exception {
        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<String> tail = call("tail", other);
        assertFalse(tail.isDone());
        other.complete("after");
        assertEquals("after", tail.getNow(null));
        assertEquals(List.of("before"), log());
        assertSame(
                null,
                this.<CompletableFuture<String>>call("tail", (Object) null).getNow("unfinished"));
    }

    @Test
    void failures_are_bare_in_the_future_and_wrapped_in_those_that_depend_on_it() throws Exception {
        IOException error = new IOException();
        for (String method : List.of("failed", "throwing")) {
            CompletableFuture<String> future = call(method, error);
            assertSame(error, failureOf(future));
            CompletionException wrapped =
                    assertInstanceOf(CompletionException.class, failureOf(future.thenApply(s -> s)));
            assertSame(error, wrapped.getCause());
        }
    }

    @Test
    void an_awaited_failure_is_unwrapped_once() throws Exception {
        IOException error = new IOException();
        CompletableFuture<String> direct = CompletableFuture.failedFuture(error);
        CompletableFuture<String> dependent = direct.thenApply(s -> s).thenApply(s -> s);
        CompletableFuture<String> late = new CompletableFuture<>();
        CompletableFuture<String> lateDependent = late.thenApply(s -> s);
        CompletionException twice = new CompletionException(new CompletionException(error));
        for (CompletableFuture<String> source :
                List.of(direct, dependent, lateDependent, CompletableFuture.<String>failedFuture(twice))) {
            CompletableFuture<String> caught = call("caught", source);
            late.completeExceptionally(error);
            assertEquals("caught", caught.getNow(null));
        }
        assertEquals(List.of(error, error, error, twice.getCause()), log());
    }

    @Test
    void a_cancelled_stage_is_a_cancellation() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> caught = call("caught", source);
        CompletableFuture<String> passedOn = call("cleansUp", "other", source.thenApply(s -> s));
        source.cancel(true);
        assertEquals("caught", caught.getNow(null));
        assertInstanceOf(dev.fermata.Cancellation.class, log().get(log().size() - 1));
        assertTrue(passedOn.isCancelled());
        assertThrows(CancellationException.class, passedOn::join);
    }

    @Test
    void a_future_that_can_only_block_is_refused() throws Exception {
        Throwable refused = failureOf(call("any", new FutureTask<>(() -> 1)));
        assertInstanceOf(TypeMismatchException.class, refused);
        assertTrue(refused.getMessage().contains("can only block"), refused.getMessage());
        Future<Integer> good = CompletableFuture.completedFuture(1);
        assertEquals(1, this.<CompletableFuture<Object>>call("any", good).join());
        assertInstanceOf(TypeMismatchException.class, failureOf(call("nobody")));
    }

    @Test
    void cancelling_unwinds_the_bodies_from_the_innermost_outwards() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> inner = call("cleansUp", "inner", source);
        CompletableFuture<String> outer = call("cleansUp", "outer", inner);
        assertTrue(outer.cancel(false));
        assertEquals(List.of("inner cancelled", "inner finally", "outer cancelled", "outer finally"), log());
        assertTrue(outer.isCancelled() && inner.isCancelled() && source.isCancelled());
        assertTrue(outer.cancel(false), "as the JDK's does");
    }

    @Test
    void a_shared_stage_is_protected_by_its_copy() throws Exception {
        CompletableFuture<String> shared = new CompletableFuture<>();
        CompletableFuture<String> mine = call("cleansUp", "mine", shared.copy());
        assertTrue(mine.cancel(false));
        assertFalse(shared.isDone());
        assertEquals(List.of("mine cancelled", "mine finally"), log());
    }

    @Test
    void cleaning_up_may_take_its_time() throws Exception {
        CompletableFuture<String> slow = new CompletableFuture<>();
        CompletableFuture<String> future = call("cleansUpSlowly", new CompletableFuture<>(), slow);
        assertTrue(future.cancel(false));
        assertTrue(future.isCancelled());
        assertEquals(List.of(), log());
        slow.complete("");
        assertEquals(List.of("cleaned up"), log());
        assertFalse(slow.isCancelled());
    }

    @Test
    void a_body_may_answer_a_cancellation_with_a_value() throws Exception {
        CompletableFuture<String> future = call("refuses", new CompletableFuture<>());
        assertFalse(future.cancel(false));
        assertEquals("no", future.join());
    }

    @Test
    void a_chain_of_a_hundred_thousand_is_cancelled() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> last = chain(first, 100_000);
        assertTrue(last.cancel(false));
        assertTrue(first.isCancelled());
    }

    @Test
    void completing_and_cancelling_at_once_runs_the_body_to_its_end_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int rounds = 20_000;
        int cancelled = 0;
        try {
            for (int i = 0; i < rounds; i++) {
                CompletableFuture<String> source = new CompletableFuture<>();
                CompletableFuture<String> inner = call("cleansUp", "inner", source);
                CompletableFuture<String> outer = call("cleansUp", "outer", inner);
                Future<?> completing = threads.submit(() -> source.complete(""));
                Future<?> cancelling = threads.submit(() -> outer.cancel(false));
                completing.get();
                cancelling.get();
                assertTrue(outer.isDone() && inner.isDone());
                cancelled += outer.isCancelled() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        List<Object> log = log();
        assertEquals(rounds, log.stream().filter("inner finally"::equals).count());
        assertEquals(rounds, log.stream().filter("outer finally"::equals).count());
        assertTrue(log.stream().filter("outer cancelled"::equals).count() <= cancelled);
    }

    @Test
    void a_time_limit_ends_the_future_only() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> future = call("tail", source);
        CompletionException failure =
                assertThrows(CompletionException.class, future.orTimeout(1, TimeUnit.MILLISECONDS)::join);
        assertInstanceOf(TimeoutException.class, failure.getCause());
        assertTrue(source.complete("too late"));
    }

    @Test
    void a_million_completed_stages() throws Exception {
        assertEquals(
                499_999_500_000L,
                this.<CompletableFuture<Long>>call("manyCompleted", 1_000_000).join());
    }

    /** Is not complete when it is looked at, but by the time somebody registers with it. */
    private static final class JustInTime extends CompletableFuture<Integer> {
        @Override
        public CompletableFuture<Integer> whenComplete(
                java.util.function.BiConsumer<? super Integer, ? super Throwable> action) {
            complete(1);
            return super.whenComplete(action);
        }
    }

    @Test
    void a_million_stages_that_are_completed_just_in_time() throws Exception {
        Supplier<CompletableFuture<Integer>> source = JustInTime::new;
        assertEquals(
                1_000_000L,
                this.<CompletableFuture<Long>>call("many", 1_000_000, source).join());
    }

    @Test
    void a_million_stages_that_another_thread_is_completing() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Supplier<CompletableFuture<Integer>> source = () -> {
                CompletableFuture<Integer> future = new CompletableFuture<>();
                other.execute(() -> future.complete(1));
                return future;
            };
            int n = 1_000_000;
            assertEquals(
                    n, this.<CompletableFuture<Long>>call("many", n, source).join());
        } finally {
            other.shutdownNow();
        }
    }

    private CompletableFuture<Integer> chain(CompletableFuture<Integer> first, int length) throws Exception {
        var next = Class.forName("Host", true, loader).getDeclaredMethod("next", CompletableFuture.class);
        next.setAccessible(true);
        Object last = first;
        for (int i = 0; i < length; i++) {
            last = next.invoke(null, last);
        }
        @SuppressWarnings("unchecked")
        CompletableFuture<Integer> future = (CompletableFuture<Integer>) last;
        return future;
    }

    @Test
    void a_chain_of_a_million_completes() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> last = chain(first, 1_000_000);
        first.complete(0);
        assertEquals(1_000_000, last.getNow(-1));
    }

    @Test
    void goes_on_where_the_stage_is_completed() throws Exception {
        CompletableFuture<String> a = new CompletableFuture<>();
        CompletableFuture<String> b = new CompletableFuture<>();
        CompletableFuture<String> threads = call("threads", a, b);
        Thread one = new Thread(() -> a.complete(""), "one");
        one.start();
        one.join();
        Thread two = new Thread(() -> b.complete(""), "two");
        two.start();
        two.join();
        assertEquals(Thread.currentThread().getName() + " one two", threads.join());
    }

    @Test
    void what_belongs_to_a_loop_is_refused_where_none_runs() throws Exception {
        String message = this.<CompletableFuture<String>>call("needsLoop").join();
        assertTrue(message.contains("belongs to an event loop"), message);
    }

    @Test
    void where_a_loop_runs_it_is_a_task_of_that() throws Exception {
        assertEquals("slept", EventLoop.run(this.<Coroutine<String>>call("onLoop")));
        assertEquals(List.of(false, true, true, "expected"), log());
    }

    @Test
    void cancelling_a_task_cancels_the_future_it_awaits() throws Exception {
        EventLoop.run(this.<Coroutine<String>>call("cancelsOnLoop"));
        assertEquals(List.of("inner cancelled", "inner finally", "task why", "true true"), log());
    }

    @Test
    void a_loop_may_await_many_stages() throws Exception {
        assertEquals(100_000L, EventLoop.run(this.<Coroutine<Long>>call("manyOnLoop", 100_000)));
    }

    @Test
    void a_loop_that_closes_abandons_its_waits() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        EventLoop loop = new EventLoop();
        CompletableFuture<String> submitted = loop.submit(this.<Coroutine<String>>call("waits", source));
        loop.runUntilComplete(EventLoop.sleep(Duration.ZERO));
        loop.runUntilComplete(EventLoop.sleep(Duration.ZERO));
        loop.close();
        assertTrue(source.complete("too late"));
        assertFalse(submitted.isDone() && !submitted.isCompletedExceptionally());
    }

    @Test
    void loops_over_an_asynchronous_generator() throws Exception {
        CompletableFuture<Integer> a = new CompletableFuture<>();
        CompletableFuture<Integer> b = new CompletableFuture<>();
        CompletableFuture<Integer> total = call("total", List.of(a, CompletableFuture.completedFuture(20), b));
        a.complete(1);
        assertFalse(total.isDone());
        b.complete(300);
        assertEquals(321, total.getNow(null));
    }

    @Test
    void default_methods_lambdas_and_generic_methods() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<List<Integer>> lengths = call("lengths", List.of("a", "bb", "ccc"), executor);
            assertEquals(List.of(1, 2, 3), lengths.join());
        } finally {
            executor.shutdown();
        }
        CompletableFuture<String> b = new CompletableFuture<>();
        CompletableFuture<String> max = call("max", CompletableFuture.completedFuture("a"), b);
        CompletableFuture<String> composed = call("composed", CompletableFuture.completedFuture("a"), b);
        b.complete("b");
        assertEquals("b", max.getNow(null));
        assertEquals("ab", composed.getNow(null));
    }

    @Test
    void a_completed_future_that_is_returned_is_not_made() {
        ClassNode host = new ClassNode();
        new ClassReader(WOVEN.get("Host")).accept(host, 0);
        int bodies = 0;
        for (MethodNode method : host.methods) {
            if (method.name.matches("lambda\\$(sum|stage|next|threads)\\$co\\d+")) {
                bodies++;
                method.instructions.forEach(insn -> assertFalse(
                        insn instanceof MethodInsnNode call && call.name.startsWith("completed"), method.name));
            }
        }
        assertEquals(4, bodies);
    }
}
