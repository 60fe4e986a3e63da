package dev.fermata.tests.stress.forked;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file in which the tests' JVM tells what happens, line by line, so that what was said last is there even if the JVM
 * dies. The fields of a line are separated by tabs. Any thread may write.
 */
final class Protocol implements Closeable {
    private static final int LONGEST = 400;

    private final BufferedWriter writer;

    Protocol(Path file) throws IOException {
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    void started(String id, String className) {
        write("started", id, className);
    }

    void finished(String id, String className, String status, String failure) {
        write("finished", id, className, status, firstLine(failure));
    }

    void suspensions(long count) {
        write("suspensions", Long.toString(count));
    }

    /** A line of what the threads do when the time is up. */
    void hanging(String text) {
        write("hanging", text);
    }

    void end() {
        write("end");
    }

    private synchronized void write(String... fields) {
        try {
            for (int i = 0; i < fields.length; i++) {
                writer.write(i == 0 ? "" : "\t");
                writer.write(fields[i].replaceAll("[\\t\\r\\n]", " "));
            }
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
