package dev.fermata.tests.random.shrink;

import dev.fermata.tests.random.grammar.Program;
import dev.fermata.tests.random.run.Compiler;
import dev.fermata.tests.random.run.Examination;
import dev.fermata.tests.random.run.Failure;
import dev.fermata.tests.random.run.Tally;
import dev.fermata.tests.random.run.Weaving;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A failing program, shrunk, as a target that can be put into {@code tests/validation/src/test/targets/java17}. */
public final class FailureFile {
    private static final int MOST_ATTEMPTS = 4000;
    private static final int LONGEST_DETAIL = 4000;

    private final Compiler compiler;
    private final Weaving weaving;

    /**
     * Prepares it.
     *
     * @param compiler by whom the program fails
     * @param weaving the step under test
     */
    public FailureFile(Compiler compiler, Weaving weaving) {
        this.compiler = compiler;
        this.weaving = weaving;
    }

    /**
     * Shrinks a program and writes it.
     *
     * @param program the program
     * @param failure how it fails
     * @param directory where to
     * @return the file
     */
    public Path write(Program program, Failure failure, Path directory) {
        Node smallest = new Shrinker(members -> fails(members, failure), MOST_ATTEMPTS).shrink(program.members());
        String name = "Found" + program.number();
        try {
            Files.createDirectories(directory);
            String source = SourceFile.of(comment(program, smallest, failure), name, smallest);
            return Files.writeString(directory.resolve(name + ".java"), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean fails(Node members, Failure failure) {
        return failureOf(members).filter(it -> it.sort() == failure.sort()).isPresent();
    }

    private Optional<Failure> failureOf(Node members) {
        return new Examination(compiler, weaving, new Tally()).examine(members);
    }

    private String comment(Program program, Node smallest, Failure original) {
        String detail = failureOf(smallest).orElse(original).toString();
        return "/*\n * Seed " + program.seed() + ", method " + program.number() + ", by " + compiler + ".\n * "
                + detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))
                        .replace("*/", "* /")
                        .replace("\\", "/")
                        .replace("\n", "\n * ")
                + "\n */\n";
    }
}
