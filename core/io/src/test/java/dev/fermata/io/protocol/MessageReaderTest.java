package dev.fermata.io.protocol;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.io.ByteFeed;
import dev.fermata.io.StreamReader;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.tasks.Timeout;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A parser on a stream, in virtual time. */
class MessageReaderTest {
    /** Lines, each of which is a message; an empty one ends it all. */
    @Suspendable
    static Generator<String, ByteBuffer, Void> lines(ParserInput in) throws IOException {
        while (Generator.<Boolean>yieldFrom(in.hasMore())) {
            String line = new String(Generator.<byte[]>yieldFrom(in.readLine()), US_ASCII);
            if (line.isEmpty()) {
                break;
            }
            Generator.yield(line);
        }
        return null;
    }

    private final ByteFeed feed = new ByteFeed();
    private final MessageReader<String> messages = messages();

    private MessageReader<String> messages() {
        try {
            return new MessageReader<>(new StreamReader(feed), lines(new ParserInput(100_000)));
        } catch (IOException e) {
            throw new AssertionError("nothing runs yet", e);
        }
    }

    private void send(String text) {
        feed.feed(text.getBytes(US_ASCII));
    }

    @LoopTest
    void gives_messages_and_null_at_the_end(TestLoop loop) {
        loop.run(() -> {
            send("one\ntwo\n");
            assertEquals("one", await(messages.next()));
            assertEquals("two", await(messages.next()));
            feed.end();
            assertFalse(messages.isOver());
            assertNull(await(messages.next()));
            assertNull(await(messages.next()));
            assertNull(messages.poll());
            assertTrue(messages.isOver());
            return null;
        });
    }

    @LoopTest
    void waits_for_the_rest_of_a_message(TestLoop loop) {
        loop.run(() -> {
            Task<String> next = EventLoop.current().spawn(messages.next());
            for (String piece : List.of("o", "n", "e")) {
                send(piece);
                await(EventLoop.sleep(Duration.ofSeconds(1)));
                assertFalse(next.isDone());
            }
            send("\nt");
            assertEquals("one", await(next));
            return null;
        });
    }

    @LoopTest
    void a_wait_that_runs_into_a_timeout_loses_nothing(TestLoop loop) {
        loop.run(() -> {
            send("on");
            try {
                await(Timeout.after(Duration.ofSeconds(1), timeout -> messages.next()));
                fail("there is no message");
            } catch (TimedOutException e) {
                assertEquals(Duration.ofSeconds(1), loop.elapsed());
            }
            send("e\n");
            assertEquals("one", await(messages.next()));
            return null;
        });
    }

    @LoopTest
    void what_has_been_read_is_there_without_waiting(TestLoop loop) {
        loop.run(() -> {
            assertNull(messages.poll());
            send("one\ntwo\nthr");
            assertNull(messages.poll()); // nothing reads
            assertEquals("one", await(messages.next()));
            assertEquals("two", messages.poll());
            assertNull(messages.poll());
            send("ee\n");
            assertEquals("three", await(messages.next()));
            return null;
        });
    }

    @LoopTest
    void all_of_them_in_a_loop(TestLoop loop) {
        loop.run(() -> {
            send("one\ntwo\nthree\n");
            feed.end();
            List<String> found = new ArrayList<>();
            for (String message : messages.messages()) {
                found.add(message);
            }
            assertEquals(List.of("one", "two", "three"), found);
            return null;
        });
    }

    @LoopTest
    void the_end_in_the_middle_of_a_message_is_an_error_and_stays_one(TestLoop loop) {
        loop.run(() -> {
            send("one\ntw");
            feed.end();
            assertEquals("one", await(messages.next()));
            EOFException first = await(failure(EOFException.class));
            assertSame(first, await(failure(EOFException.class)));
            assertSame(first, assertThrows(EOFException.class, messages::poll));
            return null;
        });
    }

    @LoopTest
    void what_the_parser_throws_is_thrown_as_it_is_and_again(TestLoop loop) {
        loop.run(() -> {
            send("x".repeat(100_001));
            ProtocolException first = await(failure(ProtocolException.class));
            assertEquals("no separator within 100001 bytes, more than the limit of 100000", first.getMessage());
            assertSame(first, await(failure(ProtocolException.class)));
            return null;
        });
    }

    @LoopTest
    void what_the_stream_throws_is_thrown_as_it_is(TestLoop loop) {
        loop.run(() -> {
            IllegalStateException failure = new IllegalStateException("no more");
            feed.fail(failure);
            assertSame(failure, await(failure(IllegalStateException.class)));
            return null;
        });
    }

    @Suspendable
    private <E extends Exception> Coroutine<E> failure(Class<E> type) {
        try {
            String message = await(messages.next());
            throw new AssertionError("a message instead of a failure: " + message);
        } catch (Exception e) {
            return Coroutine.of(type.cast(e));
        }
    }

    @LoopTest
    void a_parser_may_end_before_the_stream(TestLoop loop) {
        loop.run(() -> {
            send("one\n\ntwo\n");
            assertEquals("one", await(messages.next()));
            assertNull(await(messages.next()));
            assertTrue(messages.isOver());
            return null;
        });
    }

    /** Does without an input, and ignores the end. */
    @Suspendable
    static Generator<Integer, ByteBuffer, Void> sizes() {
        while (true) {
            ByteBuffer bytes = Generator.yield(null);
            while (bytes.remaining() >= 1000) {
                bytes.position(bytes.position() + 1000);
                Generator.yield(1000);
            }
        }
    }

    @LoopTest
    void a_buffer_stays_as_it_is_until_the_parser_asks_for_another(TestLoop loop) {
        loop.run(() -> {
            MessageReader<Integer> sizes = new MessageReader<>(new StreamReader(feed), sizes());
            feed.feed(new byte[2000]);
            assertEquals(1000, await(sizes.next()));
            assertEquals(1000, await(sizes.next()));
            feed.end();
            try {
                await(sizes.next());
                fail("a parser that asks after the end has not got its message");
            } catch (EOFException e) {
                assertEquals(
                        "the end came in the middle of a message: reader of feed, 0 bytes in store, at the end",
                        e.getMessage());
            }
            return null;
        });
    }

    @LoopTest
    void reads_more_at_once_if_much_comes(TestLoop loop) {
        loop.run(() -> {
            List<Integer> sizes = new ArrayList<>();
            MessageReader<Integer> reader = new MessageReader<>(new StreamReader(feed), wholes());
            feed.feed(new byte[200_000]);
            feed.end();
            for (int size : reader.messages()) {
                sizes.add(size);
            }
            assertEquals(List.of(2048, 4096, 8192, 16384, 32768, 65536, 65536, 5440), sizes);
            return null;
        });
    }

    @Suspendable
    static Generator<Integer, ByteBuffer, Void> wholes() {
        for (ByteBuffer bytes = Generator.yield(null); bytes.hasRemaining(); bytes = Generator.yield(null)) {
            Generator.yield(bytes.remaining());
        }
        return null;
    }
}
