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
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlockingInputTest {
    /** Gives what the test says, when it says so; counts who calls it. */
    private static final class Scripted extends InputStream {
        private final BlockingQueue<Object> script = new LinkedBlockingQueue<>();
        private final CountDownLatch reading = new CountDownLatch(1);
        private volatile int reads;
        private volatile boolean isClosed;
        private volatile IOException closeFailure;

        void give(Object what) {
            script.add(what);
        }

        @Override
        public int read() {
            throw new AssertionError("bytes are read one by one");
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one read at a time is what is tested
        public int read(byte[] target, int offset, int length) throws IOException {
            reads++;
            reading.countDown();
            Object next;
            try {
                next = script.take();
            } catch (InterruptedException e) {
                throw new AssertionError("a read was interrupted", e);
            }
            if (next instanceof IOException failure) {
                throw failure;
            }
            if (next instanceof Error failure) {
                throw failure;
            }
            byte[] bytes = ((String) next).getBytes(UTF_8);
            System.arraycopy(bytes, 0, target, offset, bytes.length);
            return bytes.length == 0 ? -1 : bytes.length;
        }

        @Override
        public void close() throws IOException {
            isClosed = true;
            if (closeFailure != null) {
                throw closeFailure;
            }
        }
    }

    private final Scripted stream = new Scripted();

    @Test
    void a_wait_that_is_cancelled_loses_nothing() throws IOException {
        EventLoop.run(cancelled());
    }

    @Suspendable
    private Coroutine<Void> cancelled() throws IOException {
        BlockingInput input = BlockingInput.of(stream);
        assertEquals(0, stream.reads);
        for (int i = 0; i < 3; i++) {
            Task<byte[]> line = EventLoop.current().spawn(input.reader().readLine());
            await(Turns.some());
            assertTrue(line.cancel());
            await(Turns.some());
            assertTrue(line.isCancelled());
        }
        stream.give("on");
        stream.give("e\ntwo\n");
        assertEquals("one\n", new String(await(input.reader().readLine()), UTF_8));
        assertEquals("two\n", new String(await(input.reader().readLine()), UTF_8));
        assertEquals(2, stream.reads);
        stream.give("");
        assertEquals(0, await(input.reader().readAll()).length);
        assertEquals(0, await(input.reader().readAll()).length);
        assertEquals(3, stream.reads);
        await(input.closeAsync());
        await(input.closeAsync());
        assertTrue(stream.isClosed);
        return null;
    }

    @Test
    void a_failure_comes_after_what_was_read_before_and_stays() throws IOException {
        IOException broken = new IOException("broken");
        EventLoop.run(failing(broken, broken));
        Error worse = new StackOverflowError("worse");
        EventLoop.run(failing(worse, worse));
    }

    @Suspendable
    private Coroutine<Void> failing(Object given, Throwable expected) throws IOException {
        BlockingInput input = BlockingInput.of(stream);
        stream.give("before");
        stream.give(given);
        assertEquals("before", new String(await(input.reader().readExactly(6)), UTF_8));
        for (int i = 0; i < 2; i++) {
            Throwable thrown = null;
            try {
                await(input.reader().read(1));
            } catch (Throwable e) {
                thrown = e;
            }
            assertSame(expected, thrown);
        }
        await(input.closeAsync());
        return null;
    }

    @Test
    void closing_while_a_read_blocks_lets_who_waits_read_the_end() throws IOException {
        EventLoop.run(closedMeanwhile());
    }

    @Suspendable
    private Coroutine<Void> closedMeanwhile() throws IOException {
        BlockingInput input = BlockingInput.of(stream);
        Task<byte[]> rest = EventLoop.current().spawn(input.reader().readAll());
        await(EventLoop.current().offload(() -> {
            stream.reading.await();
            return null;
        }));
        await(input.closeAsync());
        assertEquals(0, await(rest).length);
        assertTrue(stream.isClosed);
        stream.give("too late"); // frees the thread
        assertEquals(0, await(input.reader().readAll()).length);
        return null;
    }

    @Test
    void what_closing_throws_is_thrown() throws IOException {
        stream.closeFailure = new IOException("cannot be closed");
        EventLoop.run(closedInVain());
    }

    @Suspendable
    private Coroutine<Void> closedInVain() {
        Exception thrown = null;
        try (BlockingInput input = BlockingInput.of(stream)) {
            assertFalse(input.reader().isAtEnd());
        } catch (Exception e) {
            thrown = e;
        }
        assertSame(stream.closeFailure, thrown);
        return null;
    }

    @Test
    void a_loop_that_ends_does_not_wait_for_a_read_that_blocks() throws IOException {
        EventLoop loop = new EventLoop();
        loop.runUntilComplete(leaving());
        loop.shutDown(); // would take a minute otherwise, and be reported
        stream.give("nobody reads it");
    }

    @Suspendable
    private Coroutine<Void> leaving() throws IOException {
        Task<byte[]> line =
                EventLoop.current().spawn(BlockingStreams.reader(stream).readLine());
        await(Turns.some());
        assertFalse(line.isDone());
        return null;
    }

    @Test
    void channels_that_block_are_read_too_and_closed_beside_a_read() throws IOException {
        EventLoop.run(channels());
    }

    @Suspendable
    private static Coroutine<Void> channels() throws IOException {
        byte[] much = new byte[1_000_000];
        new Random(2).nextBytes(much);
        BlockingInput memory = BlockingInput.of(Channels.newChannel(new ByteArrayInputStream(much)));
        assertArrayEquals(much, await(memory.reader().readAll()));
        await(memory.closeAsync());
        Pipe pipe = Pipe.open();
        BlockingInput input = BlockingInput.of(pipe.source());
        Task<byte[]> line = EventLoop.current().spawn(input.reader().readLine());
        await(Turns.some());
        await(input.closeAsync());
        assertEquals(0, await(line).length);
        assertFalse(pipe.source().isOpen());
        pipe.sink().close();
        return null;
    }

    @LoopTest
    void time_that_is_not_real_stands_still_while_a_read_blocks(TestLoop test) {
        test.run(this::patient);
    }

    @Suspendable
    private Coroutine<Void> patient() throws IOException {
        BlockingInput input = BlockingInput.of(stream);
        new Thread(() -> {
                    try {
                        stream.reading.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    stream.give("at last");
                })
                .start();
        byte[] read = await(Tasks.within(Duration.ofHours(1), input.reader().read(100)));
        assertEquals("at last", new String(read, UTF_8));
        await(input.closeAsync());
        return null;
    }
}
