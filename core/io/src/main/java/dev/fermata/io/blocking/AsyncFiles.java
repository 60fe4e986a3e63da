package dev.fermata.io.blocking;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Files for tasks: what {@link Files} does, by other threads, because operating systems have files block. Everything else of
 * {@code Files} is as short: {@code await(loop.offload(() -> Files.size(path)))}.
 *
 * <p>Failures are {@link java.nio.file.FileSystemException}s that name the file; they are thrown at the {@code await}.
 */
public final class AsyncFiles {
    private AsyncFiles() {}

    /**
     * Opens a file to read it.
     *
     * @param file the file, not null
     * @return gives it open, to be closed; a cancellation meanwhile leaves nothing open
     */
    @Suspendable
    public static Coroutine<BlockingInput> open(Path file) {
        InputStream stream = await(OffLoop.open(() -> Files.newInputStream(file), InputStream::close));
        return Coroutine.of(BlockingInput.of(stream, file));
    }

    /**
     * Opens a file to write it.
     *
     * @param file the file, not null
     * @param options as for {@link Files#newOutputStream}: without any, it is made, and emptied if it is there
     * @return gives it open, to be closed; a cancellation meanwhile leaves nothing open
     */
    @Suspendable
    public static Coroutine<BlockingOutput> create(Path file, OpenOption... options) {
        OutputStream stream = await(OffLoop.open(() -> Files.newOutputStream(file, options), OutputStream::close));
        return Coroutine.of(BlockingOutput.of(stream, file));
    }

    /**
     * All lines of a file in UTF-8.
     *
     * @param file the file, not null
     * @return yields each without its end; closes the file when it ends or is closed
     */
    public static AsyncGenerator<String> lines(Path file) {
        return lines(file, StandardCharsets.UTF_8);
    }

    /**
     * All lines of a file.
     *
     * @param file the file, not null
     * @param charset what its bytes mean, one in which a line feed is one byte; not null
     * @return yields each without its end; closes the file when it ends or is closed
     */
    @Suspendable
    public static AsyncGenerator<String> lines(Path file, Charset charset) {
        try (BlockingInput input = await(open(file))) {
            AsyncGenerator.yieldFrom(input.reader().lines(charset));
        }
        return null;
    }

    /**
     * Reads a whole file in UTF-8.
     *
     * @param file the file, not null
     * @return gives the text; throws, with a {@link java.nio.charset.MalformedInputException} as its cause, if it is
     *     something else
     */
    @Suspendable
    public static Coroutine<String> readString(Path file) {
        return Coroutine.of(await(EventLoop.current().offload(naming(file, () -> Files.readString(file)))));
    }

    /**
     * Reads a whole file.
     *
     * @param file the file, not null
     * @return gives its bytes
     */
    @Suspendable
    public static Coroutine<byte[]> readAllBytes(Path file) {
        return Coroutine.of(await(EventLoop.current().offload(naming(file, () -> Files.readAllBytes(file)))));
    }

    /** Work on a file whose failures name it. */
    private static <T> Callable<T> naming(Path file, Callable<T> work) {
        return () -> {
            try {
                return work.call();
            } catch (IOException e) {
                throw (IOException) Failures.ofFile(file, e);
            }
        };
    }

    /**
     * Writes a whole file in UTF-8. A cancellation meanwhile leaves a part of it.
     *
     * @param file the file, not null
     * @param text what to write, not null
     * @param options as for {@link Files#writeString}
     * @return gives null
     */
    @Suspendable
    public static Coroutine<Void> writeString(Path file, String text, OpenOption... options) {
        return write(file, text.getBytes(StandardCharsets.UTF_8), options);
    }

    /**
     * Writes a whole file. A cancellation meanwhile leaves a part of it.
     *
     * @param file the file, not null
     * @param bytes what to write, not null; not to be changed meanwhile
     * @param options as for {@link Files#write}
     * @return gives null
     */
    @Suspendable
    public static Coroutine<Void> write(Path file, byte[] bytes, OpenOption... options) {
        try (BlockingOutput output = await(create(file, options))) {
            output.writer().write(bytes);
        }
        return null;
    }
}
