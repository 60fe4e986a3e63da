package dev.fermata.examples;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The most frequent identifiers in the Java sources below a directory. Generators form a pipeline: one walks the tree,
 * one streams the lines of each file, one cuts lines into identifiers. However large the input, only a line of it is in
 * memory; what grows is the table of distinct identifiers.
 */
public final class FrequentIdentifiers {
    private static final int SHOWN = 20;

    /** Whatever must be told from an identifier, and identifiers. */
    private static final Pattern TOKEN = Pattern.compile("//.*"
            + "|/\\*"
            + "|\"\"\""
            + "|\"(?:[^\"\\\\]|\\\\.)*+\""
            + "|'(?:[^'\\\\]|\\\\.)*+'"
            + "|\\.?\\d[\\w.]*+"
            + "|\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+");

    private static final Pattern COMMENT_END = Pattern.compile("\\*/");

    private static final Pattern TEXT_BLOCK_END = Pattern.compile("\"\"\"");

    private FrequentIdentifiers() {}

    /** Every Java source below a directory, in the order of names. */
    @Suspendable
    static Generator<Path, Void, Void> sources(Path directory) throws IOException {
        for (Path entry : sorted(directory)) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                Generator.yieldFrom(sources(entry));
            } else if (entry.toString().endsWith(".java")) {
                Generator.yield(entry);
            }
        }
        return null;
    }

    /** The lines of each file; a file is open only while its lines are asked for. */
    @Suspendable
    static Generator<String, Void, Void> lines(Iterable<Path> files) throws IOException {
        for (Path file : files) {
            // A reader made this way replaces what is not UTF-8 instead of failing.
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    Generator.yield(line);
                }
            }
        }
        return null;
    }

    /** The identifiers in lines of Java, without keywords and what stands in comments and literals. */
    @Suspendable
    static Generator<String, Void, Void> identifiers(Iterable<String> lines) {
        Pattern expected = TOKEN;
        for (String line : lines) {
            Matcher matcher = expected.matcher(line);
            while (matcher.find()) {
                String found = matcher.group();
                if (SourceVersion.isName(found)) {
                    Generator.yield(found);
                }
                expected = after(expected, found);
                matcher.usePattern(expected);
            }
        }
        return null;
    }

    /** What to look for next: a comment or text block goes on up to its end, on whichever line that is. */
    private static Pattern after(Pattern expected, String found) {
        if (expected != TOKEN) {
            return TOKEN;
        }
        return switch (found) {
            case "/*" -> COMMENT_END;
            case "\"\"\"" -> TEXT_BLOCK_END;
            default -> TOKEN;
        };
    }

    static List<Map.Entry<String, Integer>> mostFrequent(Path directory) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String identifier : identifiers(lines(sources(directory)))) {
            counts.merge(identifier, 1, Integer::sum);
        }
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return counts.entrySet().stream()
                .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .toList();
    }

    private static List<Path> sorted(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        }
        entries.sort(null);
        return entries;
    }

    /**
     * Prints a table.
     *
     * @param arguments the directory
     * @throws IOException if a file or directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: FrequentIdentifiers <directory>");
            System.exit(2);
        }
        for (Map.Entry<String, Integer> entry : mostFrequent(Path.of(arguments[0]))) {
            System.out.printf("%9d %s%n", entry.getValue(), entry.getKey());
        }
    }
}
