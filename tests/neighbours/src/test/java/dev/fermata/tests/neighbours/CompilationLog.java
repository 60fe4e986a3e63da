package dev.fermata.tests.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log that HotSpot writes with {@code -XX:+LogCompilation}. */
final class CompilationLog {
    private static final Pattern TASK = Pattern.compile("<task [^>]*method='([^']*)'");

    private CompilationLog() {}

    /** What a compiler has given up of a class, or that it has compiled no body at all. */
    static List<String> failuresIn(Path log, String className) {
        List<String> failures = new ArrayList<>();
        String method = "";
        boolean sawBody = false;
        for (String line : linesOf(log)) {
            Matcher task = TASK.matcher(line);
            if (task.find()) {
                method = task.group(1);
                sawBody |= method.startsWith(className + " lambda$");
            } else if (line.startsWith("<failure ") && method.startsWith(className)) {
                failures.add(method + ": " + line);
            }
        }
        if (!sawBody) {
            failures.add("no body of " + className + " has been compiled");
        }
        return failures;
    }

    private static List<String> linesOf(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
