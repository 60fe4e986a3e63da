package dev.fermata.benchmarks.io.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A number of connections, each with one request under way at any time. A connection that breaks or is answered wrongly is
 * counted and closed. Confined to one thread.
 */
public final class Load implements Closeable {
    /** What has not been answered for so long counts as an error. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Three digits, up to a minute. */
    private static final int DIGITS = 3;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final Histogram latencies = new Histogram(LONGEST.toNanos(), DIGITS);
    private long errors;
    private long now;

    /**
     * Connects.
     *
     * @param target to what
     * @param count how many times
     * @throws IOException if a connection cannot be made
     */
    public Load(Target target, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connections.add(target.connect(selector, i));
        }
        for (Connection connection : connections) {
            connection.ask(System.nanoTime());
        }
    }

    /**
     * Asks for some time, and forgets what was measured before.
     *
     * @param duration how long
     * @return what was measured
     * @throws IOException if the selector fails
     */
    public Measurement ask(Duration duration) throws IOException {
        latencies.reset();
        errors = 0;
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        now = start;
        while (now - end < 0) {
            selector.select(
                    this::onReadable, Math.max(1, Duration.ofNanos(end - now).toMillis()));
            now = System.nanoTime();
        }
        Duration elapsed = Duration.ofNanos(now - start);
        errors += connections.stream()
                .filter(one -> one.nanosSinceAsked(now) > PATIENCE.toNanos())
                .count();
        return Measurement.of(connections.size(), elapsed, latencies, errors);
    }

    private void onReadable(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (connection.hasAnswer()) {
                now = System.nanoTime();
                latencies.recordValue(connection.nanosSinceAsked(now));
                connection.ask(now);
            }
        } catch (IOException e) {
            fail(connection, e);
        }
    }

    private void fail(Connection connection, IOException failure) {
        if (errors++ == 0) {
            System.err.println("the first error: " + failure);
        }
        try {
            connection.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        connections.remove(connection);
    }

    /** Ends the connections; what is under way is not waited for. */
    @Override
    public void close() {
        try (selector) {
            for (Connection connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
