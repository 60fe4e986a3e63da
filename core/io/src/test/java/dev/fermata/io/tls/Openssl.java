package dev.fermata.io.tls;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The real tool: what runs of it is written to and read from, off the loop. */
final class Openssl implements Closeable {
    private static final long PATIENCE_SECONDS = 40;

    private final Process process;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Thread listener;

    private Openssl(Process process) {
        this.process = process;
        this.listener = new Thread(this::listen, "listens to openssl");
        listener.setDaemon(true);
        listener.start();
    }

    static void assumeInstalled() {
        boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> new File(directory, "openssl").canExecute());
        assumeTrue(isThere, "openssl is not on the PATH; to test against it: apt-get install openssl");
    }

    static Openssl start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        return new Openssl(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void listen() {
        byte[] bytes = new byte[4096];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                synchronized (this) {
                    said.write(bytes, 0, count);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            synchronized (this) {
                said.writeBytes(("\n" + e).getBytes(StandardCharsets.UTF_8));
            }
        }
        synchronized (this) {
            notifyAll();
        }
    }

    void write(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    synchronized String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Waits until it has said something; gives all that it has said. */
    String await(String expected) throws InterruptedException {
        return await(text -> text.contains(expected), expected);
    }

    synchronized String await(Predicate<String> isEnough, String expected) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isEnough.test(said())) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || !listener.isAlive()) {
                throw new AssertionError("openssl did not say " + expected + " but\n" + said());
            }
            wait(Math.min(left, 1000));
        }
        return said();
    }

    /** Waits for its end; gives all that it has said. */
    String awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("openssl did not end and said\n" + said());
        }
        listener.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return said();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
