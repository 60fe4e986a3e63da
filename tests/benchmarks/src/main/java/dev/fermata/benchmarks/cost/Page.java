package dev.fermata.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of Markdown that people write, with blocks between comments that are measured. */
final class Page {
    private final Path file;
    private String text;

    private Page(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static Page read(Path file) throws IOException {
        return new Page(file, Files.readString(file));
    }

    /** Replaces what is in a block, and shows it. */
    void put(String block, String content) {
        System.out.println("\n" + content);
        String begin = "<!-- measured: " + block + " -->\n";
        String end = "<!-- end: " + block + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has no block " + block);
        }
        text = text.substring(0, from) + begin + "\n" + content + "\n" + text.substring(to);
    }

    void write() throws IOException {
        Files.writeString(file, text);
    }
}
