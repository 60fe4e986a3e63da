package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.ByteSink;
import dev.fermata.io.Connection;
import dev.fermata.io.StreamWriter;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.testkit.junit.LoopTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever writes is told if something of it is lost, whatever becomes of the task that sends it. */
class WriterFaultsTest {
    private static final byte[] MUCH = new byte[300_000];

    /** Fails for want of memory when it is to go on. */
    private static final class Starved implements ByteSink {
        private final Event room = new Event();
        private int written;

        @Override
        public int write(ByteBuffer source) {
            if (written > 0) {
                throw new OutOfMemoryError("Cannot reserve direct buffer memory");
            }
            int count = Math.min(10, source.remaining());
            source.position(source.position() + count);
            written += count;
            return count;
        }

        @Override
        public Coroutine<Void> writable() {
            return EventLoop.sleep(Duration.ofSeconds(1), null);
        }

        @Override
        public void end() {
            room.set();
        }
    }

    @Test
    void bytes_that_are_dropped_because_memory_ran_out_are_not_dropped_silently() {
        try (TestLoop test = TestLoop.open()) {
            test.run(this::starving);
            assertEquals(0, test.takeFailures().size());
        }
    }

    @Suspendable
    private Coroutine<Void> starving() throws IOException {
        StreamWriter writer = new StreamWriter(new Starved(), () -> {});
        writer.write(MUCH);
        IOException lost = assertDrainFails(await(settled(writer)));
        assertInstanceOf(OutOfMemoryError.class, lost.getCause());
        writer.close();
        return null;
    }

    private static IOException assertDrainFails(Throwable failure) {
        return assertInstanceOf(IOException.class, failure);
    }

    @Suspendable
    private static Coroutine<Throwable> settled(StreamWriter writer) {
        try {
            await(Tasks.within(Duration.ofMinutes(1), writer.drain()));
            return null;
        } catch (Exception | AssertionError e) {
            return Coroutine.of(e);
        }
    }

    @LoopTest
    void whoever_cancels_all_tasks_is_not_left_with_a_hole_in_the_stream(TestLoop test) {
        test.run(() -> {
            Connection.Pair pair = Connection.pair();
            pair.first().writer().write(MUCH);
            await(EventLoop.sleep(Duration.ofSeconds(1))); // the sender waits
            for (Task<?> task : EventLoop.current().tasks()) {
                if (task != Task.current()) {
                    task.cancel("everybody but me");
                }
            }
            await(EventLoop.sleep(Duration.ofSeconds(1)));
            IOException lost = assertDrainFails(await(settled(pair.first().writer())));
            assertTrue(lost.getMessage().contains("not been sent"), lost.getMessage());
            pair.first().abort();
            pair.second().abort();
            return null;
        });
    }

    @LoopTest
    void a_failure_that_the_body_was_told_of_can_be_told_by_the_close_again(TestLoop test) {
        test.run(() -> {
            Connection.Pair pair = Connection.pair();
            pair.second().abort();
            IOException failure = assertDrainFails(await(failureOfResource(pair.first())));
            assertEquals("the other end of the pipe has been closed", failure.getMessage());
            assertEquals(1, failure.getSuppressed().length);
            assertEquals(failure.getMessage(), failure.getSuppressed()[0].getMessage());
            assertSame(failure, failure.getSuppressed()[0].getCause());
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Throwable> failureOfResource(Connection owned) {
        try (Connection connection = owned) {
            connection.writer().write("lost");
            await(connection.writer().drain());
            return null;
        } catch (Exception e) {
            return Coroutine.of(e);
        }
    }

    @LoopTest
    void nor_if_the_sender_has_not_even_begun(TestLoop test) {
        test.run(() -> {
            Connection.Pair pair = Connection.pair();
            pair.first().writer().write(MUCH);
            for (Task<?> task : EventLoop.current().tasks()) {
                if (task != Task.current()) {
                    task.cancel("everybody but me");
                }
            }
            IOException lost = assertDrainFails(await(settled(pair.first().writer())));
            assertTrue(lost.getMessage().contains("not been sent"), lost.getMessage());
            pair.first().abort();
            pair.second().abort();
            return null;
        });
    }

    @Test
    void a_loop_that_ends_before_the_sender_has_begun_does_not_wait_for_it() {
        VirtualClock clock = new VirtualClock();
        EventLoop loop = new EventLoop(clock);
        Task<Void> user = loop.spawn("user", writing());
        loop.runUntilComplete(loop.spawn("main", EventLoop.sleep(Duration.ZERO)));
        loop.shutDown();
        assertTrue(user.isDone());
        assertEquals(Duration.ZERO, clock.elapsed());
        assertThrows(Cancellation.class, user::failure);
    }

    @Suspendable
    private static Coroutine<Void> writing() {
        try (Connection first = Connection.pair().first()) {
            await(EventLoop.sleep(Duration.ZERO));
            await(EventLoop.sleep(Duration.ZERO));
            first.writer().write(MUCH);
            await(EventLoop.sleep(Duration.ofDays(1)));
        }
        return null;
    }
}
