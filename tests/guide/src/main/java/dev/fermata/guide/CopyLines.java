package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.blocking.AsyncFiles;
import dev.fermata.io.blocking.BlockingOutput;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files, which other threads read and write. */
final class CopyLines {
    private CopyLines() {}

    // region copy
    @Suspendable
    static Coroutine<Void> copy(Path source, Path target) throws IOException {
        try (BlockingOutput output = await(AsyncFiles.create(target))) {
            for (String line : AsyncFiles.lines(source)) {
                output.writer().write(line.toUpperCase() + "\n");
                await(output.writer().drain());
            }
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("guide");
        Path source = directory.resolve("source");
        Path target = directory.resolve("target");
        Files.writeString(source, "one\ntwo\n");
        EventLoop.run(copy(source, target));
        System.out.print(Files.readString(target));
        Files.delete(source);
        Files.delete(target);
        Files.delete(directory);
    }
}
