package dev.fermata.tests.validation.spec;

import dev.fermata.tests.validation.woven.WovenMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assertions of one target's source, compared with what has been woven of it. */
public final class Specification {
    private Specification() {}

    /**
     * Executes every assertion of a source file.
     *
     * @param source the file
     * @param methods the woven methods of its classes, compiled with debug tables
     * @return what does not hold, each with file and line
     */
    public static List<String> failures(Path source, Collection<WovenMethod> methods) {
        List<Statement> statements = StatementReader.read(source);
        if (statements.isEmpty()) {
            return List.of(source.getFileName() + " asserts nothing");
        }
        Map<Integer, LineFacts> facts = LineFacts.byLine(methods);
        List<String> failures = new ArrayList<>();
        for (Statement statement : statements) {
            failure(statement, facts).ifPresent(failures::add);
        }
        return failures;
    }

    private static Optional<String> failure(Statement statement, Map<Integer, LineFacts> facts) {
        String where = statement.file() + ":" + statement.line() + " " + statement.word();
        Optional<Word> word = Word.named(statement.word());
        if (word.isEmpty()) {
            return Optional.of(where + " is no assertion");
        }
        List<String> actual = word.get().read(LineFacts.at(statement.line(), facts));
        return actual.equals(statement.arguments())
                ? Optional.empty()
                : Optional.of(where + " expected: " + statement.arguments() + " was: " + actual);
    }
}
