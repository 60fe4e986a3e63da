package dev.fermata.examples.pipe;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.blocking.AsyncFiles;
import dev.fermata.io.process.Subprocess;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Termination;
import dev.fermata.tasks.TaskGroup;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Feeds the lines of a file to a program, prints the lines that come back, and shows meanwhile how far it is. One task writes
 * and one reads, so neither side of the pipe can fill up for good. Ctrl-C ends the program, too.
 *
 * <pre>
 * mvn -q -Pexample package -Dexample=pipe.PipeWithProgress -Darguments="/usr/share/dict/words sort -r"
 * </pre>
 */
public final class PipeWithProgress {
    private PipeWithProgress() {}

    /** Gives the program's exit code. */
    @Suspendable
    static Coroutine<Integer> pipe(Path file, List<String> command, Consumer<String> output, PrintStream terminal) {
        ProgressBar bar = new ProgressBar(terminal, await(EventLoop.current().offload(() -> Files.size(file))));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        try (Subprocess program = await(Subprocess.start(builder));
                TaskGroup group = TaskGroup.open()) {
            group.fork(feed(file, program, bar));
            for (String line : program.stdout().lines()) {
                output.accept(line);
            }
            await(group.join());
            bar.finish();
            return Coroutine.of(await(program.waitFor()));
        }
    }

    @Suspendable
    private static Coroutine<Void> feed(Path file, Subprocess program, ProgressBar bar) {
        try (AsyncGenerator<String> lines = AsyncFiles.lines(file)) {
            for (String line : lines) {
                byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                program.stdin().write(bytes);
                if (!await(isWanted(program))) {
                    break;
                }
                bar.advance(bytes.length);
            }
        }
        program.stdin().close();
        return null;
    }

    /** Waits until the program has taken most of what it was given; some, like head, have enough before the end. */
    @Suspendable
    private static Coroutine<Boolean> isWanted(Subprocess program) {
        try {
            await(program.stdin().drain());
            return Coroutine.of(true);
        } catch (IOException brokenPipe) {
            return Coroutine.of(false);
        }
    }

    /**
     * Pipes a file through a program.
     *
     * @param arguments the file, the program and its arguments
     */
    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        System.exit(Termination.run(
                pipe(Path.of(words.get(0)), words.subList(1, words.size()), System.out::println, System.err)));
    }
}
