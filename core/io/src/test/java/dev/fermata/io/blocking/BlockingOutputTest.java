package dev.fermata.io.blocking;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.StreamWriter;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlockingOutputTest {
    /** Lets as many writes through as it is told to. */
    private static final class Gate extends OutputStream {
        private final Semaphore open = new Semaphore(0);
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private volatile int writes;
        private volatile int flushes;
        private volatile boolean isClosed;
        private volatile IOException failure;

        @Override
        public void write(int one) {
            throw new AssertionError("bytes are written one by one");
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one write at a time is what is tested
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writes++;
            open.acquireUninterruptibly();
            if (failure != null) {
                throw failure;
            }
            if (isClosed) {
                throw new IOException("closed");
            }
            taken.write(bytes, offset, length);
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // as above
        public void flush() {
            flushes++;
        }

        @Override
        public void close() throws IOException {
            isClosed = true;
            open.release(1000);
            if (failure != null) {
                throw new IOException("not closed either");
            }
        }
    }

    private final Gate gate = new Gate();

    @Test
    void pieces_are_gathered_while_a_write_blocks() throws IOException {
        EventLoop.run(gathering());
        assertEquals("abcdef", gate.taken.toString(UTF_8));
        assertEquals(2, gate.writes);
        assertEquals(2, gate.flushes);
        assertTrue(gate.isClosed);
    }

    @Suspendable
    private Coroutine<Void> gathering() throws IOException {
        try (BlockingOutput output = BlockingOutput.of(gate)) {
            for (String piece : new String[] {"a", "b", "c", "d", "e", "f"}) {
                output.writer().write(piece);
                await(output.writer().drain());
            }
            await(Turns.until(() -> gate.writes == 1));
            gate.open.release(2);
        }
        return null;
    }

    @Test
    void much_arrives_in_order_and_drain_holds_the_writer_back() throws IOException {
        byte[] much = new byte[3_000_000];
        new Random(3).nextBytes(much);
        EventLoop.run(much(much));
        assertArrayEquals(much, gate.taken.toByteArray());
        assertTrue(gate.writes < 200, "writes: " + gate.writes);
    }

    @Suspendable
    private Coroutine<Void> much(byte[] much) throws IOException {
        BlockingOutput output = BlockingOutput.of(gate);
        Task<Void> all = EventLoop.current().spawn(write(output.writer(), much));
        await(Turns.until(() -> gate.writes == 1));
        await(Turns.some());
        assertFalse(all.isDone());
        assertTrue(output.writer().size() < 100_000, output.toString());
        gate.open.release(1000);
        await(all);
        await(output.closeAsync());
        return null;
    }

    @Suspendable
    private static Coroutine<Void> write(StreamWriter writer, byte[] much) throws IOException {
        for (int i = 0; i < much.length; i += 1000) {
            writer.write(much, i, 1000);
            await(writer.drain());
        }
        return null;
    }

    @Test
    void a_failure_is_thrown_by_drain_and_by_closing() throws IOException {
        gate.failure = new IOException("broken");
        gate.open.release(1);
        EventLoop.run(failing());
        assertTrue(gate.isClosed);
    }

    @Suspendable
    private Coroutine<Void> failing() {
        BlockingOutput output = BlockingOutput.of(gate);
        output.writer().setWaterMarks(1, 0);
        IOException drained = null;
        try {
            while (true) {
                output.writer().write(new byte[10_000]);
                await(output.writer().drain());
            }
        } catch (IOException e) {
            drained = e;
        }
        assertSame(gate.failure, drained);
        Exception closed = null;
        try {
            await(output.closeAsync());
        } catch (Exception e) {
            closed = e;
        }
        assertSame(gate.failure, closed.getCause());
        return null;
    }

    @Test
    void aborting_while_a_write_blocks_closes_the_stream_beside_it() throws IOException {
        EventLoop.run(aborting());
        assertEquals("", gate.taken.toString(UTF_8));
    }

    @Suspendable
    private Coroutine<Void> aborting() {
        BlockingOutput output = BlockingOutput.of(gate);
        output.writer().write(new byte[200_000]);
        await(Turns.until(() -> gate.writes == 1));
        output.writer().abort();
        await(output.writer().closed());
        await(Turns.until(() -> gate.isClosed));
        await(Turns.some());
        assertEquals(1, EventLoop.current().tasks().size());
        return null;
    }

    @Test
    void a_closing_that_is_cancelled_closes_at_once() throws IOException {
        EventLoop.run(cancelling());
    }

    @Suspendable
    private Coroutine<Void> cancelling() {
        BlockingOutput output = BlockingOutput.of(gate);
        output.writer().write("never written");
        Task<Void> closing = EventLoop.current().spawn(output.closeAsync());
        await(Turns.some());
        await(Turns.until(() -> gate.writes == 1));
        assertFalse(gate.isClosed);
        closing.cancel();
        await(Turns.until(() -> gate.isClosed));
        assertTrue(closing.isCancelled());
        return null;
    }

    @Test
    void what_closing_throws_is_thrown() throws IOException {
        gate.open.release(1);
        EventLoop.run(closedInVain());
    }

    @Suspendable
    private Coroutine<Void> closedInVain() throws IOException {
        BlockingOutput output = BlockingOutput.of(gate);
        output.writer().write("written");
        await(Turns.until(() -> gate.flushes == 1));
        gate.failure = new IOException("broken");
        Exception closed = null;
        try {
            await(output.closeAsync());
        } catch (Exception e) {
            closed = e;
        }
        assertEquals("not closed either", closed.getMessage());
        assertEquals("written", gate.taken.toString(UTF_8));
        return null;
    }
}
