package dev.fermata.io.blocking;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncFilesTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path directory;

    @Test
    void what_is_written_is_read() throws IOException {
        Descriptors descriptors = Descriptors.count();
        EventLoop.run(thereAndBack());
        descriptors.assertNoneLeft();
    }

    @Suspendable
    private Coroutine<Void> thereAndBack() throws IOException {
        Path file = directory.resolve("file");
        byte[] much = new byte[5_000_000];
        new Random(4).nextBytes(much);
        try (BlockingOutput output = await(AsyncFiles.create(file))) {
            for (int i = 0; i < much.length; i += 50_000) {
                output.writer().write(much, i, 50_000);
                await(output.writer().drain());
            }
        }
        assertArrayEquals(much, Files.readAllBytes(file));
        try (BlockingInput input = await(AsyncFiles.open(file))) {
            assertArrayEquals(much, await(input.reader().readAll()));
        }
        assertArrayEquals(much, await(AsyncFiles.readAllBytes(file)));
        return null;
    }

    @Test
    void whole_files_and_lines() {
        Descriptors descriptors = Descriptors.count();
        EventLoop.run(text());
        descriptors.assertNoneLeft();
    }

    @Suspendable
    private Coroutine<Void> text() {
        Path file = directory.resolve("text");
        await(AsyncFiles.writeString(file, "één\r\ntwee\n"));
        await(AsyncFiles.writeString(file, "drie", StandardOpenOption.APPEND));
        assertEquals("één\r\ntwee\ndrie", await(AsyncFiles.readString(file)));
        List<String> lines = new ArrayList<>();
        for (String line : AsyncFiles.lines(file)) {
            lines.add(line);
        }
        assertEquals(List.of("één", "twee", "drie"), lines);
        try (AsyncGenerator<String> some = AsyncFiles.lines(file)) {
            assertEquals("één", await(some.next()));
        }
        return null;
    }

    @Test
    void failures_name_the_file() throws IOException {
        Path latin = Files.write(directory.resolve("latin"), new byte[] {(byte) 0xe9, 'n'});
        EventLoop.run(failing(latin));
    }

    @Suspendable
    private Coroutine<Void> failing(Path latin) {
        Path nowhere = directory.resolve("nowhere");
        assertInstanceOf(NoSuchFileException.class, await(failureOf(AsyncFiles.readString(nowhere))));
        assertInstanceOf(NoSuchFileException.class, await(failureOf(AsyncFiles.open(nowhere))));
        assertInstanceOf(NoSuchFileException.class, await(failureOf(AsyncFiles.create(nowhere.resolve("below")))));
        Exception malformed = await(failureOf(AsyncFiles.readString(latin)));
        assertTrue(malformed.getMessage().startsWith(latin + ": Input length"), malformed.getMessage());
        assertInstanceOf(MalformedInputException.class, malformed.getCause());
        Exception ofDirectory = await(failureOf(AsyncFiles.readAllBytes(directory)));
        assertEquals(directory + ": Is a directory", ofDirectory.getMessage());
        return null;
    }

    @Suspendable
    private static Coroutine<Exception> failureOf(Coroutine<?> failing) {
        try {
            await(failing);
            return null;
        } catch (Exception e) {
            return Coroutine.of(e);
        }
    }

    @Test
    void a_disk_that_is_full_fails_who_writes_and_nobody_else() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no /dev/full, whose writes fail as those to a full disk");
        Descriptors descriptors = Descriptors.count();
        EventLoop.run(full());
        descriptors.assertNoneLeft();
    }

    @Suspendable
    private Coroutine<Void> full() throws IOException {
        Task<Void> other = EventLoop.current().spawn(AsyncFiles.write(directory.resolve("other"), new byte[1_000_000]));
        BlockingOutput output = await(AsyncFiles.create(FULL));
        FileSystemException told = null;
        try {
            while (true) {
                output.writer().write(new byte[10_000]);
                await(output.writer().drain());
            }
        } catch (FileSystemException e) {
            told = e;
        }
        assertEquals("/dev/full: No space left on device", told.getMessage());
        Exception closing = null;
        try {
            await(output.closeAsync());
        } catch (Exception e) {
            closing = e;
        }
        assertEquals(told, closing.getCause());
        Exception atTheEnd = await(failureOf(AsyncFiles.writeString(FULL, "little")));
        assertEquals("/dev/full: No space left on device", atTheEnd.getMessage());
        await(other);
        assertEquals(1_000_000, Files.size(directory.resolve("other")));
        return null;
    }

    @Test
    void what_is_opened_in_vain_is_closed() {
        EventLoop.run(openedInVain());
    }

    @Suspendable
    private static Coroutine<Void> openedInVain() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicReference<String> closed = new AtomicReference<>();
        Task<String> opening = EventLoop.current()
                .spawn(OffLoop.open(
                        () -> {
                            begun.countDown();
                            awaitUninterruptibly(go);
                            return "opened";
                        },
                        closed::set));
        await(Turns.until(() -> begun.getCount() == 0));
        opening.cancel();
        await(Turns.some());
        assertTrue(opening.isCancelled());
        assertNull(closed.get());
        go.countDown();
        await(Turns.until(() -> "opened".equals(closed.get())));
        return null;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean isThere = false;
        while (!isThere) {
            try {
                latch.await();
                isThere = true;
            } catch (InterruptedException e) {
                continue; // a cancellation of offloaded work interrupts it, and this is work that does not care
            }
        }
    }

    @Test
    void what_has_been_opened_when_the_wait_is_cancelled_is_closed() {
        EventLoop.run(cancelledAfterwards());
    }

    /** The loop does not get to let the result in before the cancellation. */
    @Suspendable
    private static Coroutine<Void> cancelledAfterwards() {
        AtomicReference<String> closed = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Task<String> opening = EventLoop.current()
                .spawn(OffLoop.open(
                        () -> {
                            begun.countDown();
                            return "opened";
                        },
                        closed::set));
        await(EventLoop.sleep(Duration.ZERO));
        awaitUninterruptibly(begun);
        opening.cancel();
        await(Turns.until(opening::isDone));
        assertTrue(opening.isCancelled());
        await(Turns.until(() -> "opened".equals(closed.get())));
        return null;
    }
}
