package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.ByteFeed;
import dev.fermata.io.IncompleteReadException;
import dev.fermata.io.LimitOverrunException;
import dev.fermata.io.StreamReader;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.testkit.TestLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A reader against an array: whatever the pieces in which bytes come, and the timeouts meanwhile, it reads the same. */
class StreamReaderModelTest {
    private static final int RUNS = Integer.getInteger("rounds", 1000);
    private static final byte[] SEPARATOR = {'a', 'b', 'a'};

    /** What is to be read, and how far that has got. */
    private static final class Model {
        private final Random random;
        private final byte[] bytes;
        private final int limit;
        private int position;

        Model(long seed) {
            random = new Random(seed);
            bytes = new byte[random.nextInt(300)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) "ab\n".charAt(random.nextInt(3)); // separators begin and begin anew
            }
            limit = 1 + random.nextInt(30);
        }

        byte[] next(int count) {
            position += count;
            return Arrays.copyOfRange(bytes, position - count, position);
        }

        int left() {
            return bytes.length - position;
        }

        int indexOf(byte[] separator) {
            for (int i = position; i + separator.length <= bytes.length; i++) {
                if (Arrays.equals(bytes, i, i + separator.length, separator, 0, separator.length)) {
                    return i - position;
                }
            }
            return -1;
        }
    }

    @Test
    void reads_what_an_array_holds() {
        for (long seed = 0; seed < RUNS; seed++) {
            Model model = new Model(seed);
            try (TestLoop test = TestLoop.open()) {
                test.run(() -> compare(model));
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed + ": " + e, e);
            }
        }
    }

    @Suspendable
    private static Coroutine<Void> compare(Model model) throws IOException {
        ByteFeed feed = new ByteFeed();
        StreamReader reader = new StreamReader(feed, model.limit);
        var feeding = EventLoop.current().spawn(feed(feed, model));
        while (!reader.isAtEnd()) {
            try {
                await(Tasks.within(Duration.ofMillis(1 + model.random.nextInt(20)), step(reader, model)));
            } catch (TimedOutException e) {
                continue; // and nothing is lost
            }
        }
        assertEquals(0, model.left());
        await(feeding);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> feed(ByteFeed feed, Model model) {
        Random random = new Random(model.limit);
        for (int from = 0; from < model.bytes.length; ) {
            int to = Math.min(model.bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 3 : 60));
            feed.feed(Arrays.copyOfRange(model.bytes, from, to));
            from = to;
            if (random.nextBoolean()) {
                await(EventLoop.sleep(Duration.ofMillis(random.nextInt(10))));
            }
        }
        feed.end();
        return null;
    }

    @Suspendable
    private static Coroutine<Void> step(StreamReader reader, Model model) throws IOException {
        int count = model.random.nextInt(20);
        switch (model.random.nextInt(5)) {
            case 0 -> await(readSome(reader, model, count));
            case 1 -> await(readIntoBuffer(reader, model, count));
            case 2 -> await(readExactly(reader, model, count));
            case 3 -> await(readUntil(reader, model, SEPARATOR));
            default -> await(readUntil(reader, model, new byte[] {'\n'}));
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> readSome(StreamReader reader, Model model, int most) throws IOException {
        byte[] read = await(reader.read(most));
        assertTrue(read.length <= most && (read.length > 0 || most == 0 || model.left() == 0));
        assertArrayEquals(model.next(read.length), read);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> readIntoBuffer(StreamReader reader, Model model, int room) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(room);
        int count = await(reader.read(target));
        assertTrue(count > 0 || count == 0 && room == 0 || count == -1 && model.left() == 0);
        assertArrayEquals(model.next(target.position()), Arrays.copyOf(target.array(), target.position()));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> readExactly(StreamReader reader, Model model, int count) throws IOException {
        try {
            byte[] read = await(reader.readExactly(count));
            assertArrayEquals(model.next(count), read);
        } catch (IncompleteReadException e) {
            assertTrue(model.left() < count);
            assertArrayEquals(model.next(model.left()), e.partial());
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> readUntil(StreamReader reader, Model model, byte[] separator) throws IOException {
        int found = model.indexOf(separator);
        int before = found < 0 ? model.left() + 1 - separator.length : found;
        try {
            byte[] read = await(reader.readUntil(separator));
            assertTrue(found >= 0 && found <= model.limit);
            assertArrayEquals(model.next(found + separator.length), read);
        } catch (IncompleteReadException e) {
            assertTrue(found < 0 && before <= model.limit);
            assertArrayEquals(model.next(model.left()), e.partial());
        } catch (LimitOverrunException e) { // nothing was taken
            assertTrue(before > model.limit);
            assertArrayEquals(model.next(1), await(reader.readExactly(1)));
        }
        return null;
    }

    @Test
    void a_line_that_is_too_long_is_left_out_and_reading_goes_on() {
        TestLoop.once(() -> {
            ByteFeed feed = new ByteFeed();
            StreamReader reader = new StreamReader(feed, 4);
            feed.feed("too long\nok\n".getBytes());
            feed.end();
            try {
                await(reader.readLine());
                fail("it was too long");
            } catch (IOException | IllegalStateException | IllegalArgumentException e) {
                assertTrue(e.getMessage().contains("4"), e.getMessage());
            }
            assertEquals("ok\n", new String(await(reader.readLine())));
            return null;
        });
    }
}
