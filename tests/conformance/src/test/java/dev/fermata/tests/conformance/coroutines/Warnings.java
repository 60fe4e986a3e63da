package dev.fermata.tests.conformance.coroutines;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The warnings that Fermata logs about one class, while this is open; they are kept from the console. */
final class Warnings implements Filter, AutoCloseable {
    private static final int POLLS = 300;
    private static final int MILLISECONDS_PER_POLL = 100;

    private final Logger logger = Logger.getLogger("dev.fermata");
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final String subject;

    Warnings(String subject) {
        this.subject = subject;
        logger.setFilter(this);
    }

    /** The next warning; collects garbage until there is one, but not for ever. */
    String afterCollection() {
        for (int i = 0; i < POLLS; i++) {
            System.gc();
            String message = nextWithinPoll();
            if (message != null) {
                return message;
            }
        }
        throw new AssertionError("no warning after " + POLLS + " garbage collections, with fermata.debug="
                + System.getProperty("fermata.debug"));
    }

    private String nextWithinPoll() {
        try {
            return messages.poll(MILLISECONDS_PER_POLL, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        boolean wanted = record.getMessage().contains(subject);
        if (wanted) {
            messages.add(record.getMessage());
        }
        return !wanted;
    }

    @Override
    public void close() {
        logger.setFilter(null);
    }
}
