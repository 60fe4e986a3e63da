package dev.fermata.io.process;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.StreamReader;
import dev.fermata.io.StreamWriter;
import dev.fermata.io.blocking.BlockingInput;
import dev.fermata.io.blocking.BlockingOutput;
import dev.fermata.io.blocking.OffLoop;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.OutsideWork;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Another program that runs, with its standard streams (asyncio's {@code Process}). Closing it ends it, and so does the end of
 * the loop; what else the program has started is its own affair.
 *
 * <pre>{@code
 * try (Subprocess sort = await(Subprocess.start("sort", "-n"))) {
 *     sort.stdin().write("10\n9\n");
 *     sort.stdin().close();
 *     byte[] sorted = await(sort.stdout().readAll());
 *     int exitCode = await(sort.waitFor());
 * }
 *
 * ProcessOutput output = await(Subprocess.run("git", "status"));
 * }</pre>
 *
 * <p>Whoever writes much has somebody read at the same time, as {@link #communicate} does: pipes hold little, and a program
 * whose output nobody reads waits. A child of the program that outlives it and holds its pipes may keep the output from
 * ending; or else, because the JDK closes the pipes of a program that has ended, what such a child writes is lost. Confined
 * to one loop, in real time.
 */
public final class Subprocess implements AsyncCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final EventLoop loop;
    private final Process process;
    private final String name;
    private final BlockingOutput stdin;
    private final BlockingInput stdout;
    private final BlockingInput stderr;
    private final Event exited = new Event();
    private Duration grace = GRACE;

    private Subprocess(Process process, String name) {
        this.loop = EventLoop.current();
        this.process = process;
        this.name = name;
        this.stdin = BlockingOutput.of(process.getOutputStream());
        this.stdout = BlockingInput.of(process.getInputStream());
        this.stderr = BlockingInput.of(process.getErrorStream());
        tellOfExit();
        loop.spawn("guard of " + this, guard());
    }

    /**
     * Starts a program.
     *
     * @param command its name and its arguments, not empty
     * @return gives the program, running; throws {@link IOException} if there is none of the name
     */
    public static Coroutine<Subprocess> start(String... command) {
        return start(new ProcessBuilder(command));
    }

    /**
     * Starts a program with more to say about its directory, environment and streams. A stream that is redirected is at its
     * end here.
     *
     * @param builder says what to start, not null; not to be changed until it has been
     * @return gives the program, running; throws {@link IOException} if it cannot be started. A cancellation meanwhile kills it
     */
    @Suspendable
    public static Coroutine<Subprocess> start(ProcessBuilder builder) {
        Process process = await(OffLoop.open(builder::start, Process::destroyForcibly));
        return Coroutine.of(new Subprocess(process, builder.command().get(0)));
    }

    /**
     * Runs a program without any input to its end.
     *
     * @param command its name and its arguments, not empty
     * @return gives what it has written
     */
    @Suspendable
    public static Coroutine<ProcessOutput> run(String... command) {
        try (Subprocess subprocess = await(start(command))) {
            return Coroutine.of(await(subprocess.communicate()));
        }
    }

    /**
     * Writes to the program's standard input. Closing the writer lets the program read the end.
     *
     * @return the writer, always the same
     */
    public StreamWriter stdin() {
        return stdin.writer();
    }

    /**
     * Reads the program's standard output.
     *
     * @return the reader, always the same
     */
    public StreamReader stdout() {
        return stdout.reader();
    }

    /**
     * Reads the program's standard error.
     *
     * @return the reader, always the same
     */
    public StreamReader stderr() {
        return stderr.reader();
    }

    /**
     * The number of the process.
     *
     * @return what the operating system calls it
     */
    public long pid() {
        return process.pid();
    }

    /**
     * How the program has ended, without waiting.
     *
     * @return the exit code; empty if it still runs
     */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * Waits until the program has ended. Any number of tasks may. A program whose output nobody reads may never end.
     *
     * @return gives the exit code; 128 and the signal's number if a signal has killed it
     */
    @Suspendable
    public Coroutine<Integer> waitFor() {
        await(exited.await());
        return Coroutine.of(process.exitValue());
    }

    /** Asks the program to end, by {@code SIGTERM} where there is such a thing. Does nothing once it has ended. */
    public void terminate() {
        process.toHandle().destroy(); // the method of Process would close the streams, and may block in doing so
    }

    /** Ends the program, by {@code SIGKILL} where there is such a thing. Does nothing once it has ended. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /**
     * Reads everything that the program writes, up to its end, and gives it no input.
     *
     * @return gives what it has written
     */
    public Coroutine<ProcessOutput> communicate() {
        return communicate(new byte[0]);
    }

    /**
     * Sends the program text in UTF-8 and then the end, while everything is read that it writes, up to its end.
     *
     * @param input what to send, not null
     * @return gives what it has written
     */
    public Coroutine<ProcessOutput> communicate(String input) {
        return communicate(input.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends the program bytes and then the end, while everything is read that it writes, up to its end. A program that does not
     * want all of its input is no failure. What has been read when this is cancelled is left to the readers.
     *
     * @param input what to send, not null; not to be changed meanwhile
     * @return gives what it has written
     */
    @Suspendable
    public Coroutine<ProcessOutput> communicate(byte[] input) {
        Task<Void> feeding = loop.spawn("input of " + this, feed(input));
        Task<byte[]> output = loop.spawn("output of " + this, readAll(stdout()));
        Task<byte[]> errors = loop.spawn("errors of " + this, readAll(stderr()));
        try {
            await(Tasks.gather(List.<Task<?>>of(feeding, output, errors)));
        } finally {
            feeding.cancel();
            output.cancel();
            errors.cancel();
        }
        int exitCode = await(waitFor());
        return Coroutine.of(new ProcessOutput(exitCode, output.result(), errors.result()));
    }

    @Suspendable
    private Coroutine<Void> feed(byte[] input) {
        try {
            stdin().write(input);
            await(stdin.closeAsync());
        } catch (Exception e) {
            if (!(e instanceof IOException)) {
                throw e;
            }
            // The program has closed its input, or ended: what it did not want is dropped.
        }
        return null;
    }

    /** As the reader does, but for a call that javac does not let throw. */
    private static Coroutine<byte[]> readAll(StreamReader reader) {
        try {
            return reader.readAll();
        } catch (IOException e) {
            throw new AssertionError("a coroutine runs nothing before it is awaited", e);
        }
    }

    /**
     * Says how long {@link #closeAsync}, and the end of the loop, let the program go on after they have asked it to end. At
     * first this is five seconds.
     *
     * @param duration how long, not null
     */
    public void setGrace(Duration duration) {
        grace = Objects.requireNonNull(duration, "duration");
    }

    /**
     * Ends the program, if it has not ended, and frees its streams: closes its input, drops what has not been read, asks it to
     * end, and kills it if it has not after the {@linkplain #setGrace grace}, or if the wait is cancelled.
     *
     * @return gives null when the program has ended
     */
    @Override
    @Suspendable
    public Coroutine<Void> closeAsync() {
        stdin().abort();
        try {
            if (process.isAlive()) {
                terminate();
                await(Tasks.within(grace, exited.await()));
            }
        } catch (TimedOutException e) {
            kill();
        } finally {
            if (process.isAlive()) {
                kill();
            }
            stdout.abort();
            stderr.abort();
        }
        await(exited.await());
        await(stdout.closeAsync());
        await(stderr.closeAsync());
        return null;
    }

    /** Has the JDK tell the loop, and a clock that jumps stand still until then. */
    private void tellOfExit() {
        OutsideWork work = loop.expectOutsideWork();
        process.onExit().whenComplete((ended, impossible) -> {
            try (work) {
                if (!loop.isClosed()) {
                    loop.callSoonThreadsafe(exited::set);
                }
            }
        });
    }

    /** Is cancelled by the end of the loop only, and sees to it that the program does not outlive that. */
    @Suspendable
    private Coroutine<Void> guard() {
        try {
            await(exited.await());
        } catch (Cancellation end) {
            await(closeAsync());
            throw end;
        } finally {
            if (process.isAlive()) {
                kill();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "process " + process.pid() + " (" + name + ")";
    }
}
