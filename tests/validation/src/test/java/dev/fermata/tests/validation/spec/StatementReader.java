package dev.fermata.tests.validation.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the assertions in the end-of-line comments of a source file; a comment may hold several. */
final class StatementReader {
    private static final Pattern STATEMENT = Pattern.compile("(assert\\w*)\\(([^()]*)\\)");

    private StatementReader() {}

    static List<Statement> read(Path source) {
        List<String> lines;
        try {
            lines = Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("// ");
            if (comment >= 0) {
                Matcher matcher = STATEMENT
                        .matcher(lines.get(i))
                        .region(comment, lines.get(i).length());
                while (matcher.find()) {
                    statements.add(new Statement(
                            source.getFileName().toString(), i + 1, matcher.group(1), arguments(matcher.group(2))));
                }
            }
        }
        return statements;
    }

    private static List<String> arguments(String text) {
        return Stream.of(text.split(","))
                .map(String::trim)
                .filter(argument -> !argument.isEmpty())
                .toList();
    }
}
