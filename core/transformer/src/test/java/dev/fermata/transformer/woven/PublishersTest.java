package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Coroutine;
import dev.fermata.loop.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Suspendable methods that return a {@code Flow.Publisher}. */
@Timeout(60)
class PublishersTest {
    private static final String HOST = """
            import static dev.fermata.Coroutine.await;

            import dev.fermata.*;
            import dev.fermata.loop.*;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;

            class Host {
                @Suspendable
                static Flow.Publisher<Object> count(List<Object> log, int n) {
                    log.add("start");
                    try {
                        for (int i = 0; i < n; i++) {
                            AsyncGenerator.yield(i);
                        }
                    } finally {
                        log.add("finally");
                    }
                    return null;
                }

                @Suspendable
                static Flow.Publisher<Object> waits(List<Object> log, CompletionStage<Object> a, CompletionStage<Object> b) {
                    try {
                        AsyncGenerator.yield(await(a));
                        AsyncGenerator.yield(await(b));
                    } catch (Cancellation e) {
                        log.add("cancelled");
                        throw e;
                    } finally {
                        log.add("finally");
                    }
                    return null;
                }

                @Suspendable
                static Flow.Publisher<Object> slowToClose(List<Object> log, CompletionStage<Object> gate) {
                    try {
                        AsyncGenerator.yield(1);
                    } finally {
                        log.add("closing " + await(gate));
                    }
                    return null;
                }

                @Suspendable
                static Flow.Publisher<Object> fails() {
                    AsyncGenerator.yield(1);
                    throw new IllegalStateException("failed");
                }

                @Suspendable
                static Flow.Publisher<Object> yieldsNull() {
                    AsyncGenerator.yield(null);
                    return null;
                }

                @Suspendable
                static Flow.Publisher<Object> more(List<Object> log) {
                    AsyncGenerator.yield("head");
                    return count(log, 2);
                }

                @Suspendable
                static Flow.Publisher<Object> sleeps(int n) {
                    for (int i = 0; i < n; i++) {
                        await(EventLoop.sleep(Duration.ZERO));
                        AsyncGenerator.yield(i);
                    }
                    return null;
                }

                @Suspendable
                static CompletableFuture<Object> collects(Flow.Publisher<Object> publisher, int limit) {
                    List<Object> seen = new ArrayList<>();
                    try (AsyncGenerator<Object> values = AsyncGenerator.from(publisher)) {
                        for (Object value : values) {
                            seen.add(value);
                            if (seen.size() == limit) {
                                break;
                            }
                        }
                    }
                    return CompletableFuture.completedFuture(seen);
                }

                @Suspendable
                static Flow.Publisher<Object> relays(Flow.Publisher<Object> source) {
                    AsyncGenerator.yield("head");
                    return source;
                }

                static Flow.Publisher<Object> lambda(List<Object> log) {
                    Function<Integer, Flow.Publisher<Object>> counting = n -> {
                        AsyncGenerator.yield(n);
                        return null;
                    };
                    return counting.apply(7);
                }

                @Suspendable
                static Coroutine<Object> onLoop(Flow.Publisher<Object> publisher, Flow.Subscriber<Object> subscriber,
                        Promise<Void> done) {
                    publisher.subscribe(subscriber);
                    await(done);
                    return null;
                }
            }
            """;

    private final Loader loader = new Loader(Classes.compile(HOST).woven());
    private final List<Object> log = new ArrayList<>();

    @SuppressWarnings("unchecked") // what the method returns
    private Flow.Publisher<Object> publisher(String method, Object... arguments) throws Exception {
        return (Flow.Publisher<Object>) loader.call("Host", method, arguments);
    }

    /** Notes what it is told. */
    private final class Noting implements Flow.Subscriber<Object> {
        private final Consumer<Flow.Subscription> onNext;
        private Flow.Subscription subscription;

        Noting() {
            this(subscription -> {});
        }

        Noting(Consumer<Flow.Subscription> onNext) {
            this.onNext = onNext;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            log.add("subscribed");
        }

        @Override
        public void onNext(Object item) {
            log.add(item);
            onNext.accept(subscription);
        }

        @Override
        public void onError(Throwable error) {
            log.add(error);
        }

        @Override
        public void onComplete() {
            log.add("complete");
        }
    }

    private List<Object> taken() {
        List<Object> taken = new ArrayList<>(log);
        log.clear();
        return taken;
    }

    @Test
    void the_body_runs_as_far_as_there_is_demand() throws Exception {
        Noting subscriber = new Noting();
        publisher("count", log, 3).subscribe(subscriber);
        assertEquals(List.of("subscribed"), taken());
        subscriber.subscription.request(1);
        assertEquals(List.of("start", 0), taken());
        subscriber.subscription.request(2);
        assertEquals(List.of(1, 2), taken());
        subscriber.subscription.request(1);
        assertEquals(List.of("finally", "complete"), taken());
        subscriber.subscription.request(1);
        subscriber.subscription.request(-1);
        subscriber.subscription.cancel();
        assertEquals(List.of(), taken());
    }

    @Test
    void each_subscriber_has_a_run_of_its_own() throws Exception {
        Flow.Publisher<Object> publisher = publisher("count", log, 1);
        for (int i = 0; i < 2; i++) {
            Noting subscriber = new Noting();
            publisher.subscribe(subscriber);
            subscriber.subscription.request(Long.MAX_VALUE);
            assertEquals(List.of("subscribed", "start", 0, "finally", "complete"), taken());
        }
        assertThrows(NullPointerException.class, () -> publisher.subscribe(null));
    }

    @Test
    void requests_within_on_next_do_not_fill_the_stack() throws Exception {
        Noting subscriber = new Noting(subscription -> subscription.request(1));
        publisher("count", log, 100_000).subscribe(subscriber);
        subscriber.subscription.request(1);
        assertEquals(100_000 + 4, log.size());
    }

    @Test
    void cancelling_closes_the_body() throws Exception {
        Noting subscriber = new Noting();
        publisher("count", log, 3).subscribe(subscriber);
        subscriber.subscription.request(1);
        subscriber.subscription.cancel();
        subscriber.subscription.request(1);
        assertEquals(List.of("subscribed", "start", 0, "finally"), taken());
        Noting atOnce = new Noting(Flow.Subscription::cancel);
        publisher("count", log, 3).subscribe(atOnce);
        atOnce.subscription.request(Long.MAX_VALUE);
        assertEquals(List.of("subscribed", "start", 0, "finally"), taken());
    }

    @Test
    void cancelling_before_the_start_runs_nothing() throws Exception {
        Noting subscriber = new Noting();
        publisher("count", log, 3).subscribe(subscriber);
        subscriber.subscription.cancel();
        subscriber.subscription.request(1);
        assertEquals(List.of("subscribed"), taken());
    }

    @Test
    void what_is_awaited_is_cancelled_with_the_subscription() throws Exception {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> b = new CompletableFuture<>();
        Noting subscriber = new Noting();
        publisher("waits", log, a, b).subscribe(subscriber);
        subscriber.subscription.request(5);
        assertEquals(List.of("subscribed"), taken());
        a.complete("a");
        assertEquals(List.of("a"), taken());
        subscriber.subscription.cancel();
        assertEquals(List.of("cancelled", "finally"), taken());
        assertEquals(true, b.isCancelled());
    }

    @Test
    void a_finally_block_may_wait_when_the_subscription_is_cancelled() throws Exception {
        for (boolean within : List.of(true, false)) {
            CompletableFuture<Object> gate = new CompletableFuture<>();
            Noting subscriber = within ? new Noting(Flow.Subscription::cancel) : new Noting();
            publisher("slowToClose", log, gate).subscribe(subscriber);
            subscriber.subscription.request(1);
            subscriber.subscription.cancel();
            assertEquals(List.of("subscribed", 1), taken());
            gate.complete("done");
            assertEquals(List.of("closing done"), taken());
        }
    }

    @Test
    void a_failure_is_signalled() throws Exception {
        Noting subscriber = new Noting();
        publisher("fails").subscribe(subscriber);
        subscriber.subscription.request(5);
        assertEquals(
                "failed",
                assertInstanceOf(IllegalStateException.class, log.get(2)).getMessage());
        log.clear();
        Noting ofNull = new Noting();
        publisher("yieldsNull").subscribe(ofNull);
        ofNull.subscription.request(5);
        assertInstanceOf(NullPointerException.class, log.get(1));
        assertEquals(2, log.size());
    }

    @Test
    void a_request_of_nothing_is_an_error_and_closes_the_body() throws Exception {
        Noting subscriber = new Noting();
        publisher("count", log, 3).subscribe(subscriber);
        subscriber.subscription.request(1);
        subscriber.subscription.request(0);
        assertEquals("finally", log.get(3));
        assertInstanceOf(IllegalArgumentException.class, log.get(4));
        assertEquals(5, log.size());
    }

    /** Without a stack trace, for it is logged. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal() {
            super("as the test wants it", null, false, false);
        }
    }

    @Test
    void a_subscriber_that_throws_gets_no_more() throws Exception {
        Noting subscriber = new Noting(subscription -> {
            throw new Refusal();
        });
        publisher("count", log, 3).subscribe(subscriber);
        subscriber.subscription.request(5);
        assertEquals(List.of("subscribed", "start", 0, "finally"), taken());
    }

    @Test
    void another_publisher_can_be_returned_and_a_lambda_be_one() throws Exception {
        Noting subscriber = new Noting();
        publisher("more", log).subscribe(subscriber);
        subscriber.subscription.request(9);
        assertEquals(List.of("subscribed", "head", "start", 0, 1, "finally", "complete"), taken());
        Noting ofLambda = new Noting();
        publisher("lambda", log).subscribe(ofLambda);
        ofLambda.subscription.request(9);
        assertEquals(List.of("subscribed", 7, "complete"), taken());
    }

    @SuppressWarnings("unchecked") // what the method returns
    private CompletableFuture<Object> collect(Flow.Publisher<Object> publisher, int limit) throws Exception {
        return (CompletableFuture<Object>) loader.call("Host", "collects", publisher, limit);
    }

    @Test
    void a_loop_over_a_publisher_requests_one_value_at_a_time() throws Exception {
        assertEquals(List.of(0, 1, 2), collect(publisher("count", log, 3), 9).join());
        assertEquals(List.of("start", "finally"), taken());
        assertEquals(List.of(0, 1), collect(publisher("count", log, 9), 2).join());
        assertEquals(List.of("start", "finally"), taken());
        CompletableFuture<Object> failed = collect(publisher("fails"), 9);
        assertInstanceOf(
                IllegalStateException.class,
                assertThrows(CompletionException.class, failed::join).getCause());
    }

    @Test
    void a_loop_that_waits_for_a_publisher_can_be_cancelled() throws Exception {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> waiting = collect(publisher("waits", log, a, a), 9);
        waiting.cancel(true);
        assertEquals(List.of("cancelled", "finally"), taken());
        assertEquals(true, a.isCancelled());
    }

    @Test
    void a_publisher_of_somebody_else_can_be_returned() throws Exception {
        SubmissionPublisher<Object> ending = new SubmissionPublisher<>();
        CompletableFuture<Object> all = collect(publisher("relays", ending), 9);
        ending.submit(1);
        ending.submit(2);
        ending.close();
        assertEquals(List.of("head", 1, 2), all.join());

        SubmissionPublisher<Object> left = new SubmissionPublisher<>();
        CompletableFuture<Object> some = collect(publisher("relays", left), 2);
        left.submit(1);
        assertEquals(List.of("head", 1), some.join());
        left.close();

        SubmissionPublisher<Object> failing = new SubmissionPublisher<>();
        CompletableFuture<Object> none = collect(publisher("relays", failing), 9);
        failing.closeExceptionally(new ArithmeticException());
        assertInstanceOf(
                ArithmeticException.class,
                assertThrows(CompletionException.class, none::join).getCause());
    }

    @Test
    @SuppressWarnings("unchecked") // what the method returns
    void on_a_loop_signals_come_on_its_thread() throws Exception {
        try (EventLoop loop = new EventLoop()) {
            dev.fermata.loop.Promise<Void> done = new dev.fermata.loop.Promise<>(loop);
            Thread thread = Thread.currentThread();
            Flow.Subscriber<Object> subscriber = new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    new Thread(() -> subscription.request(100)).start();
                }

                @Override
                public void onNext(Object item) {
                    assertSame(thread, Thread.currentThread());
                    log.add(item);
                }

                @Override
                public void onError(Throwable error) {
                    done.fail(error);
                }

                @Override
                public void onComplete() {
                    done.complete(null);
                }
            };
            loop.runUntilComplete(
                    (Coroutine<Object>) loader.call("Host", "onLoop", publisher("sleeps", 3), subscriber, done));
        }
        assertEquals(List.of(0, 1, 2), taken());
    }
}
