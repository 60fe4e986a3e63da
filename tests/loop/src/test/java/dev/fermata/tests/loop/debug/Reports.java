package dev.fermata.tests.loop.debug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The reports that are logged while this is open; nothing of it is printed. They are given with {@code N ms} for any time,
 * without the package of these tests, and with {@code Mistakes.java:(x)} for the line that ends in the comment {@code // x}.
 */
final class Reports extends Handler implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SOURCES = Path.of("src/test/java");

    private final Logger logger = Logger.getLogger("dev.fermata"); // held, or it might be collected with this handler
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    Reports() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** Waits for the next. */
    String next() {
        String message = poll(PATIENCE);
        if (message == null) {
            throw new AssertionError("no report came");
        }
        return message;
    }

    /** Waits for the next, but not longer than given; null if there is none. */
    String poll(Duration patience) {
        try {
            return messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for a report", e);
        }
    }

    /** Those that have come and were not taken. */
    List<String> taken() {
        List<String> taken = new ArrayList<>();
        messages.drainTo(taken);
        return taken;
    }

    @Override
    public void publish(LogRecord record) {
        messages.add(record.getLevel() + ": " + brief(record.getMessage()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    static String brief(String message) {
        String brief = message.replaceAll("\\d+ ms", "N ms")
                .replace(Reports.class.getPackageName() + ".", "")
                .replaceAll("Lambda[$/0-9a-fx@]*", "Lambda");
        for (String source : List.of("Mistakes.java", "Forgetful.java")) {
            brief = withMarks(brief, source);
        }
        return brief;
    }

    private static String withMarks(String text, String source) {
        List<String> lines = lines(source);
        String marked = text;
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).lastIndexOf("// ");
            if (comment > 0) {
                String mark = lines.get(i).substring(comment + 3);
                marked = marked.replaceAll(source + ":" + (i + 1) + "\\b", source + ":(" + mark + ")");
            }
        }
        return marked;
    }

    private static List<String> lines(String source) {
        Path folder = SOURCES.resolve(Reports.class.getPackageName().replace('.', '/'));
        try {
            return Files.readAllLines(folder.resolve(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
