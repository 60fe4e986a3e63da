package dev.fermata.io;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** What a writer keeps, and when it lets its user wait. */
class StreamWriterTest {
    /** Takes what it is allowed to. */
    private static final class Tap implements ByteSink {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final Event changed = new Event();
        private int room;
        private IOException failure;
        private boolean isEnded;
        private boolean isClosed;

        void open(int bytes) {
            room += bytes;
            changed.set();
            changed.clear();
        }

        void fail(IOException error) {
            failure = error;
            changed.set();
            changed.clear();
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (failure != null) {
                throw failure;
            }
            int count = Math.min(room, source.remaining());
            for (int i = 0; i < count; i++) {
                taken.write(source.get());
            }
            room -= count;
            return count;
        }

        @Override
        @Suspendable
        public Coroutine<Void> writable() {
            await(changed.await());
            return null;
        }

        @Override
        public void end() {
            isEnded = true;
        }

        String taken() {
            return taken.toString(UTF_8);
        }
    }

    private final Tap tap = new Tap();

    private StreamWriter writer() {
        return new StreamWriter(tap, () -> tap.isClosed = true);
    }

    @LoopTest
    void what_is_not_taken_at_once_is_sent_later_in_order(TestLoop test) {
        test.run(this::sending);
    }

    @Suspendable
    private Coroutine<Void> sending() {
        StreamWriter writer = writer();
        tap.open(3);
        byte[] changed = "abcd".getBytes(UTF_8);
        writer.write(changed);
        changed[3] = 'x';
        assertEquals("abc", tap.taken());
        assertEquals(1, writer.size());
        writer.write("ef");
        writer.end();
        assertFalse(tap.isEnded);
        for (String expected : new String[] {"abcd", "abcde", "abcdef"}) {
            tap.open(1);
            await(EventLoop.sleep(Duration.ZERO));
            await(EventLoop.sleep(Duration.ZERO));
            assertEquals(expected, tap.taken());
        }
        assertTrue(tap.isEnded);
        assertFalse(tap.isClosed);
        assertThrows(IllegalStateException.class, () -> writer.write("g"));
        writer.close();
        assertTrue(tap.isClosed);
        await(writer.closed());
        return null;
    }

    @LoopTest
    void drain_waits_from_high_water_to_low_water(TestLoop test) {
        test.run(this::draining);
    }

    @Suspendable
    private Coroutine<Void> draining() throws IOException {
        StreamWriter writer = writer();
        writer.setWaterMarks(4, 1);
        writer.write("123");
        await(writer.drain());
        writer.write("4");
        Task<Void> drain = EventLoop.current().spawn(writer.drain());
        await(turns());
        for (int i = 0; i < 2; i++) {
            tap.open(1);
            await(turns());
            assertFalse(drain.isDone());
        }
        tap.open(1);
        await(turns());
        assertTrue(drain.isDone());
        writer.abort();
        return null;
    }

    @LoopTest
    void a_failure_is_told_to_all_who_wait_and_come_later(TestLoop test) {
        test.run(this::failing);
    }

    @Suspendable
    private Coroutine<Void> failing() throws IOException {
        StreamWriter writer = writer();
        writer.setWaterMarks(1, 0);
        writer.write("lost");
        Task<Void> first = EventLoop.current().spawn(writer.drain());
        Task<Void> second = EventLoop.current().spawn(writer.drain());
        writer.close();
        Task<Void> closed = EventLoop.current().spawn(writer.closed());
        await(turns());
        IOException broken = new IOException("broken");
        tap.fail(broken);
        await(turns());
        assertSame(broken, first.failure());
        assertSame(broken, second.failure());
        Throwable told = closed.failure();
        assertSame(broken, told == broken ? told : told.getCause()); // an object of its own, unless it is told first
        assertTrue(tap.isClosed);
        assertEquals(0, writer.size());
        return null;
    }

    @LoopTest
    void after_a_failure_writes_are_ignored(TestLoop test) {
        test.run(this::ignoring);
    }

    @Suspendable
    private Coroutine<Void> ignoring() {
        StreamWriter writer = writer();
        tap.fail(new IOException("broken"));
        writer.write("a");
        writer.write("b");
        assertEquals(0, writer.size());
        IOException told = null;
        try {
            await(writer.drain());
        } catch (IOException e) {
            told = e;
        }
        assertEquals("broken", told.getMessage());
        writer.abort();
        return null;
    }

    @LoopTest
    void abort_drops_what_is_kept(TestLoop test) {
        test.run(this::aborting);
    }

    @Suspendable
    private Coroutine<Void> aborting() {
        StreamWriter writer = writer();
        writer.write("never");
        Task<Void> closed = EventLoop.current().spawn(writer.closed());
        await(turns());
        writer.abort();
        assertTrue(tap.isClosed);
        await(closed);
        tap.open(10);
        await(turns());
        await(writer.closed()); // whoever aborts knows that nothing was sent
        assertEquals("", tap.taken());
        assertEquals(1, EventLoop.current().tasks().size());
        return null;
    }

    @LoopTest
    void a_close_whose_wait_is_cancelled_has_closed(TestLoop test) {
        test.run(this::cancelledClose);
    }

    @Suspendable
    private Coroutine<Void> cancelledClose() {
        Connection.Pair pair = Connection.pair();
        pair.first().writer().write(new byte[1_000_000]);
        Task<Void> close = EventLoop.current().spawn(pair.first().closeAsync());
        await(EventLoop.sleep(Duration.ofHours(1)));
        assertFalse(close.isDone());
        close.cancel("enough");
        try {
            await(close);
        } catch (Cancellation expected) {
            assertEquals("enough", expected.reason());
        }
        assertTrue(pair.first().writer().isClosing());
        assertEquals(0, pair.first().writer().size());
        await(pair.second().closeAsync());
        return null;
    }

    @LoopTest
    void what_kept_bytes_were_for_is_lost_when_the_loop_ends(TestLoop test) {
        test.run(this::leaving);
        test.loop().shutDown();
        assertTrue(tap.isClosed);
        assertEquals("", tap.taken());
    }

    @Suspendable
    private Coroutine<Void> leaving() {
        StreamWriter writer = writer();
        writer.write("never");
        writer.close();
        return null;
    }

    @Suspendable
    private static Coroutine<Void> turns() {
        for (int i = 0; i < 4; i++) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        return null;
    }
}
