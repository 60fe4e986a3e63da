package dev.fermata.queue;

import static dev.fermata.Coroutine.await;
import static dev.fermata.exploring.Trace.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Trace;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectTest {
    @Test
    void the_first_arm_that_is_ready_is_taken() {
        assertEquals("""
                b1
                sent to c
                nothing
                a1
                left 1
                """, Trace.of(SelectTest::priorities));
    }

    @Suspendable
    private static Coroutine<Void> priorities(Trace trace) {
        Channel<String> a = Channel.buffered(2);
        Channel<String> b = Channel.buffered(2);
        Channel<String> c = Channel.buffered(1);
        Select<String> select = Select.<String>of()
                .receive(a, got -> got)
                .receive(b, got -> got)
                .send(c, "c1", () -> "sent to c")
                .otherwise(() -> "nothing");
        b.trySend("b1");
        trace.log(await(select.run()));
        trace.log(await(select.run()));
        trace.log(await(select.run()));
        a.trySend("a1");
        b.trySend("b2");
        trace.log(await(select.run()));
        trace.log("left", b.size());
        return null;
    }

    @Test
    void exactly_one_arm_is_served() {
        assertEquals("""
                got 1
                left 0 1
                """, Trace.of(SelectTest::exactlyOne));
    }

    @Suspendable
    private static Coroutine<Void> exactlyOne(Trace trace) {
        Channel<Integer> a = Channel.buffered(1);
        Channel<Integer> b = Channel.buffered(1);
        Task<Integer> both = EventLoop.current()
                .spawn(Select.<Integer>of()
                        .receive(a, got -> got)
                        .receive(b, got -> got)
                        .run());
        await(turns(1));
        a.trySend(1);
        b.trySend(2); // in the same turn
        trace.log("got", await(both));
        trace.log("left", a.size(), b.size());
        return null;
    }

    @Test
    void two_selects_meet() {
        assertEquals("""
                receiver got x
                sender sent
                nobody waits true
                """, Trace.of(SelectTest::meeting));
    }

    @Suspendable
    private static Coroutine<Void> meeting(Trace trace) {
        Channel<String> a = Channel.rendezvous();
        Channel<String> b = Channel.rendezvous();
        Task<String> receiver = EventLoop.current()
                .spawn(Select.<String>of()
                        .receive(a, got -> "got " + got)
                        .receive(b, got -> "got " + got)
                        .run());
        Task<String> sender = EventLoop.current()
                .spawn(Select.<String>of().send(b, "x", () -> "sent").run());
        trace.log("receiver", await(receiver));
        trace.log("sender", await(sender));
        trace.log(
                "nobody waits",
                a.receivers().isEmpty()
                        && b.receivers().isEmpty()
                        && b.senders().isEmpty());
        return null;
    }

    @Test
    void a_select_does_not_meet_itself() {
        assertEquals("late\n", Trace.of(SelectTest::alone));
    }

    @Suspendable
    private static Coroutine<Void> alone(Trace trace) {
        Channel<String> channel = Channel.rendezvous();
        trace.log(await(Select.<String>of()
                .receive(channel, got -> got)
                .send(channel, "x", () -> "sent")
                .timeout(Duration.ofDays(1), () -> "late")
                .run()));
        return null;
    }

    @Test
    void a_task_or_promise_can_be_an_arm() {
        assertEquals("value 3\nvalue 3\nfailing !! ArithmeticException\n", Trace.of(SelectTest::deferred));
    }

    @Suspendable
    private static Coroutine<Void> deferred(Trace trace) {
        Promise<Integer> promise = new Promise<>(EventLoop.current());
        Channel<String> silent = Channel.rendezvous();
        Select<String> select =
                Select.<String>of().receive(silent, got -> got).await(promise, value -> "value " + value);
        EventLoop.current().callLater(Duration.ofHours(1), () -> promise.complete(3));
        trace.log(await(select.run()));
        trace.log(await(select.run()));
        Promise<Integer> failing = new Promise<>(EventLoop.current());
        failing.fail(new ArithmeticException());
        await(trace.outcome(
                "failing", Select.of().await(failing, value -> value).run()));
        return null;
    }

    @Test
    void closing_a_channel_ends_the_select() {
        assertEquals("""
                receiver !! ChannelClosedException
                sender !! ChannelClosedException
                empty !! IllegalStateException
                twice !! IllegalStateException
                """, Trace.of(SelectTest::closing));
    }

    @Suspendable
    private static Coroutine<Void> closing(Trace trace) {
        Channel<String> open = Channel.rendezvous();
        Channel<String> closing = Channel.rendezvous();
        Task<Void> receiver = EventLoop.current()
                .spawn(trace.outcome(
                        "receiver",
                        Select.of()
                                .receive(open, got -> got)
                                .receive(closing, got -> got)
                                .run()));
        await(turns(1));
        closing.close();
        await(receiver);
        Task<Void> sender = EventLoop.current()
                .spawn(trace.outcome(
                        "sender", Select.of().send(open, "x", () -> null).run()));
        await(turns(1));
        open.abort(null);
        await(sender);
        await(trace.outcome("empty", Select.of().run()));
        Select<String> select = Select.<String>of().receive(Channel.<String>rendezvous(), got -> got);
        Task<String> first = EventLoop.current().spawn(select.run());
        await(turns(1));
        await(trace.outcome("twice", select.run()));
        first.cancel();
        return null;
    }

    @Test
    void a_shuffled_select_gives_every_arm_its_chance_and_the_same_to_the_same_seed() {
        String once = Trace.of(SelectTest::shuffled);
        assertEquals(once, Trace.of(SelectTest::shuffled));
        long fromFirst = once.lines().filter("a"::equals).count();
        assertTrue(fromFirst > 400 && fromFirst < 600, fromFirst + " of 1000 from the first");
    }

    @Suspendable
    private static Coroutine<Void> shuffled(Trace trace) {
        Channel<String> a = Channel.buffered(1);
        Channel<String> b = Channel.buffered(1);
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            a.trySend("a");
            b.trySend("b");
            trace.log(await(Select.<String>shuffled(random)
                    .receive(a, got -> got)
                    .receive(b, got -> got)
                    .run()));
        }
        return null;
    }
}
