package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.ChannelWatch;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopClock;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that wait for channels, in real time: it is the system that says when a channel is ready. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChannelsTest {
    /** The system's clock, which remembers the selector it was given. */
    private static final class SpyingClock implements LoopClock {
        private Selector selector;

        @Override
        public long nanos() {
            return LoopClock.system().nanos();
        }

        @Override
        public void await(Selector loops, long nanos, boolean outsideWork) throws IOException {
            selector = loops;
            LoopClock.system().await(loops, nanos, outsideWork);
        }
    }

    private final SpyingClock clock = new SpyingClock();
    private final EventLoop loop = new EventLoop(clock);
    private final List<LoopFailure> failures = new ArrayList<>();
    private Pipe pipe;

    @BeforeEach
    void open() throws IOException {
        loop.setExceptionHandler(failures::add);
        pipe = Pipe.open();
    }

    @AfterEach
    void close() throws IOException {
        loop.close();
        pipe.source().close();
        pipe.sink().close();
    }

    private void write(int number) throws IOException {
        assertEquals(number, pipe.sink().write(ByteBuffer.allocate(number)));
    }

    @Suspendable
    private Coroutine<Integer> read(ChannelWatch watch) throws IOException {
        await(watch.readable());
        return Coroutine.of(pipe.source().read(ByteBuffer.allocate(100)));
    }

    @Test
    void a_task_waits_until_there_is_something_to_read() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        loop.runUntilComplete(Programs.turns(200));
        assertFalse(reader.isDone());
        write(3);
        assertEquals(3, loop.runUntilComplete(reader));
    }

    @Test
    void tasks_that_always_have_something_to_do_do_not_keep_it_waiting() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        Task<?> busy = loop.spawn(forEver());
        Task<?> alsoBusy = loop.spawn(forEver());
        loop.runUntilComplete(Programs.turns(10));
        write(5);
        assertEquals(5, loop.runUntilComplete(reader));
        assertFalse(busy.isDone() || alsoBusy.isDone());
    }

    @Test
    void nor_does_a_task_that_is_alone_with_it() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        loop.spawn(forEver());
        loop.runUntilComplete(Programs.turns(1));
        write(5);
        assertEquals(5, loop.runUntilComplete(reader));
    }

    @Suspendable
    private static Coroutine<Void> forEver() {
        while (true) {
            await(EventLoop.sleep(Duration.ZERO));
        }
    }

    @Test
    void one_waits_to_read_and_one_to_write_and_no_more() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        Task<Integer> second = loop.spawn(read(watch));
        loop.runUntilComplete(Programs.turns(2));
        assertInstanceOf(IllegalStateException.class, second.failure());
        assertTrue(second.failure().getMessage().startsWith("another task waits for the same already"));
        write(1);
        assertEquals(1, loop.runUntilComplete(reader));
    }

    @Test
    void a_cancelled_wait_leaves_the_channel_as_it_was() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        loop.runUntilComplete(Programs.turns(2));
        reader.cancel();
        assertThrows(Cancellation.class, () -> loop.runUntilComplete(reader));
        write(1);
        loop.runUntilComplete(EventLoop.sleep(Duration.ofMillis(1))); // the selector reports what nobody waits for
        assertEquals(1, loop.runUntilComplete(read(watch)));
    }

    @Test
    void one_that_is_cancelled_when_its_turn_has_come_leaves_the_bytes() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        loop.runUntilComplete(Programs.turns(2));
        write(1);
        loop.callSoon(() -> loop.callLater(Duration.ofNanos(1), reader::cancel));
        loop.runUntilComplete(Programs.turns(200));
        assertTrue(reader.isDone());
        assertEquals(reader.isCancelled() ? 1 : 0, pipe.source().read(ByteBuffer.allocate(9)));
    }

    @Test
    void closing_wakes_who_waits() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        loop.runUntilComplete(Programs.turns(2));
        watch.close();
        watch.close();
        assertThrows(AsynchronousCloseException.class, () -> loop.runUntilComplete(reader));
        assertThrows(ClosedChannelException.class, () -> loop.runUntilComplete(read(watch)));
        assertFalse(pipe.source().isOpen());
    }

    @Test
    void a_channel_that_somebody_else_has_closed_cannot_be_waited_for() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        pipe.source().close();
        assertThrows(ClosedChannelException.class, () -> loop.runUntilComplete(read(watch)));
        assertThrows(ClosedChannelException.class, () -> loop.watch(pipe.source()));
    }

    @Test
    void a_loop_that_is_closed_closes_what_it_watches() throws IOException {
        loop.watch(pipe.source());
        Task<Void> writer = loop.spawn(fill(loop.watch(pipe.sink())));
        loop.runUntilComplete(Programs.turns(5));
        loop.close();
        assertTrue(writer.isCancelled());
        assertFalse(pipe.source().isOpen() || pipe.sink().isOpen());
        assertEquals(List.of(), failures);
    }

    @Test
    void a_writer_waits_until_there_is_room() throws IOException {
        Task<Void> writer = loop.spawn(fill(loop.watch(pipe.sink())));
        loop.runUntilComplete(Programs.turns(5));
        assertFalse(writer.isDone());
        while (!writer.isDone()) {
            pipe.source().read(ByteBuffer.allocate(100_000));
            loop.runUntilComplete(Programs.turns(100));
        }
        assertNull(loop.runUntilComplete(writer));
    }

    /** Until the pipe is full, and then once more. */
    @Suspendable
    private Coroutine<Void> fill(ChannelWatch watch) throws IOException {
        int written = 1;
        while (written > 0) {
            written = pipe.sink().write(ByteBuffer.allocate(10_000));
        }
        await(watch.writable());
        assertTrue(pipe.sink().write(ByteBuffer.allocate(10)) > 0);
        return null;
    }

    @Test
    void a_selector_that_somebody_closes_is_replaced_and_reported() throws IOException {
        ChannelWatch watch = loop.watch(pipe.source());
        Task<Integer> reader = loop.spawn(read(watch));
        loop.runUntilComplete(EventLoop.sleep(Duration.ofMillis(1)));
        clock.selector.close();
        loop.runUntilComplete(EventLoop.sleep(Duration.ofMillis(1)));
        write(7);
        assertEquals(7, loop.runUntilComplete(reader));
        assertEquals(1, failures.size());
        assertEquals(
                "the selector of the loop was closed by somebody else; the loop goes on with a new one",
                failures.get(0).message());
    }

    @Test
    void a_hosted_loop_says_that_it_cannot_wait_for_channels() {
        try (EventLoop hosted = EventLoop.on(Runnable::run)) {
            UnsupportedOperationException refusal =
                    assertThrows(UnsupportedOperationException.class, () -> hosted.watch(pipe.source()));
            assertTrue(refusal.getMessage().contains("LoopThread"));
        }
    }
}
