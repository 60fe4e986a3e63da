package dev.fermata.queue;

import static dev.fermata.Coroutine.await;
import static dev.fermata.exploring.Trace.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Trace;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import org.junit.jupiter.api.Test;

class ChannelTest {
    @Test
    void a_sender_waits_for_a_receiver() {
        assertEquals("""
                one waits
                got 1
                sent 1
                got 2
                sent 2
                """, Trace.of(ChannelTest::rendezvous));
    }

    @Suspendable
    private static Coroutine<Void> rendezvous(Trace trace) {
        Channel<Integer> channel = Channel.rendezvous();
        EventLoop.current().spawn(send(trace, channel, 1, 2));
        await(turns(2));
        trace.log(channel.size() == 1 ? "one waits" : channel);
        trace.log("got", await(channel.receive()));
        await(turns(2));
        trace.log("got", await(channel.receive()));
        await(turns(1));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> send(Trace trace, Channel<Integer> channel, int first, int last) {
        for (int i = first; i <= last; i++) {
            await(channel.send(i));
            trace.log("sent", i);
        }
        return null;
    }

    @Test
    void senders_are_ahead_by_as_much_as_the_buffer_holds() {
        assertEquals("""
                sent 1
                sent 2
                channel, 2 elements, 1 waiting to send, 0 waiting to receive
                got 1
                channel, 2 elements, 0 waiting to send, 0 waiting to receive
                sent 3
                got 2 3 4
                sent 4
                """, Trace.of(ChannelTest::buffered));
    }

    @Suspendable
    private static Coroutine<Void> buffered(Trace trace) {
        Channel<Integer> channel = Channel.buffered(2);
        EventLoop.current().spawn(send(trace, channel, 1, 4));
        await(turns(1));
        trace.log(channel);
        trace.log("got", await(channel.receive()));
        trace.log(channel);
        await(turns(1));
        trace.log("got", await(channel.receive()), await(channel.receive()), await(channel.receive()));
        await(turns(1));
        return null;
    }

    @Test
    void what_was_sent_before_the_end_is_still_received() {
        assertEquals("""
                send !! ChannelClosedException
                got 1
                got 2
                sent 2
                receive !! ChannelClosedException
                """, Trace.of(ChannelTest::closed));
    }

    @Suspendable
    private static Coroutine<Void> closed(Trace trace) {
        Channel<Integer> channel = Channel.buffered(1);
        channel.trySend(1);
        EventLoop.current().spawn(send(trace, channel, 2, 2));
        await(turns(1));
        channel.close();
        await(trace.outcome("send", channel.send(3)));
        trace.log("got", await(channel.receive()));
        trace.log("got", await(channel.receive()));
        await(turns(1));
        await(trace.outcome("receive", channel.receive()));
        return null;
    }

    @Test
    void closing_wakes_receivers_and_aborting_wakes_senders() {
        assertEquals("""
                receiver !! ChannelClosedException
                sender !! ChannelClosedException
                left 0
                """, Trace.of(ChannelTest::wakers));
    }

    @Suspendable
    private static Coroutine<Void> wakers(Trace trace) {
        Channel<Integer> empty = Channel.rendezvous();
        Task<Void> receiver = EventLoop.current().spawn(trace.outcome("receiver", empty.receive()));
        await(turns(1));
        empty.close();
        await(receiver);
        Channel<Integer> full = Channel.buffered(1);
        full.trySend(1);
        Task<Void> sender = EventLoop.current().spawn(trace.outcome("sender", full.send(2)));
        await(turns(1));
        full.abort(null);
        await(sender);
        trace.log("left", full.size());
        return null;
    }

    @Test
    void the_elements_end_where_the_channel_does() {
        assertEquals("""
                got 1
                got 2
                got 3
                end
                got 1
                failed of ArithmeticException
                """, Trace.of(ChannelTest::elements));
    }

    @Suspendable
    private static Coroutine<Void> elements(Trace trace) {
        Channel<Integer> channel = Channel.rendezvous();
        Task<Void> receiver = EventLoop.current().spawn(logAll(trace, channel));
        for (int i = 1; i <= 3; i++) {
            await(channel.send(i));
        }
        channel.close();
        await(receiver);
        Channel<Integer> failing = Channel.buffered(1);
        await(failing.send(1));
        failing.close(new ArithmeticException());
        await(logAll(trace, failing));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> logAll(Trace trace, Channel<Integer> channel) {
        try {
            for (int element : channel.elements()) {
                trace.log("got", element);
            }
            trace.log("end");
        } catch (ChannelClosedException failure) {
            trace.log("failed of", Trace.name(failure.getCause()));
        }
        return null;
    }

    @Test
    void an_element_that_has_been_taken_is_sent_although_its_sender_is_cancelled() {
        assertEquals("""
                got 1
                sent 1
                sender !! Cancellation
                not yet sent 2
                """, Trace.of(ChannelTest::cancelledSender));
    }

    @Suspendable
    private static Coroutine<Void> cancelledSender(Trace trace) {
        Channel<Integer> channel = Channel.rendezvous();
        Task<Void> sender = EventLoop.current().spawn(send(trace, channel, 1, 2));
        await(turns(1));
        trace.log("got", channel.tryReceive());
        sender.cancel();
        await(trace.outcome("sender", sender));
        trace.log(channel.tryReceive() == null ? "not yet sent 2" : "sent 2");
        return null;
    }

    @Test
    void an_element_that_a_cancelled_receiver_was_given_comes_first_again() {
        assertEquals("got 1\ngot 2\n", Trace.of(ChannelTest::cancelledReceiver));
    }

    @Suspendable
    private static Coroutine<Void> cancelledReceiver(Trace trace) {
        Channel<Integer> channel = Channel.rendezvous();
        Task<Integer> receiver = EventLoop.current().spawn(channel.receive());
        await(turns(1));
        channel.trySend(1);
        receiver.cancel();
        EventLoop.current().spawn(channel.send(2));
        await(turns(2));
        trace.log("got", channel.tryReceive());
        trace.log("got", channel.tryReceive());
        return null;
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Channel.buffered(0));
        assertThrows(NullPointerException.class, () -> Channel.rendezvous().trySend(null));
    }
}
