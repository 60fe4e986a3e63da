package dev.fermata.tests.loop.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The events of a recording, as it was written to a file. */
record Recorded(List<RecordedEvent> events) {
    static final String PREFIX = "dev.fermata.";

    /** Always the same one, because Java 17 loses texts of threads that begin after a recording has ended. */
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> daemon(task));

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "recorded");
        thread.setDaemon(true);
        return thread;
    }

    /** What some types of events tell of a program; types that are on unless told otherwise are on. */
    static Recorded of(Runnable program, String... types) {
        try (Recording recording = new Recording()) {
            for (String type : types) {
                recording.enable(PREFIX + type);
            }
            recording.start();
            CompletableFuture.runAsync(program, THREAD).join();
            recording.stop();
            return of(recording);
        }
    }

    static Recorded of(Recording recording) {
        try {
            Path file = Files.createTempFile("fermata-", ".jfr");
            try {
                recording.dump(file);
                return of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recorded of(Path file) throws IOException {
        return new Recorded(RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith(PREFIX))
                .sorted((one, other) -> one.getEndTime().compareTo(other.getEndTime()))
                .toList());
    }

    /** Those of one type. */
    List<RecordedEvent> all(String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(PREFIX + type))
                .toList();
    }

    /** The only one of a type. */
    RecordedEvent only(String type) {
        List<RecordedEvent> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " events of type " + type + ":\n" + events);
        }
        return all.get(0);
    }

    /** Some fields of all events of a type, in the order in which they ended. */
    List<String> table(String type, String... fields) {
        return all(type).stream()
                .map(event -> Stream.of(fields)
                        .map(field -> Objects.toString(event.getValue(field)))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }
}
