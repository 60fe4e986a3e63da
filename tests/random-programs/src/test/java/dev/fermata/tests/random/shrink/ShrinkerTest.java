package dev.fermata.tests.random.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.random.grammar.Program;
import dev.fermata.tests.random.run.Compiler;
import dev.fermata.tests.random.run.Examination;
import dev.fermata.tests.random.run.Failure;
import dev.fermata.tests.random.run.Tally;
import dev.fermata.tests.random.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bug is planted behind the transformer; what it breaks must be found, and come out small. */
class ShrinkerTest {
    private static final long SEED = 5;
    private static final int PROGRAMS = 100;

    @TempDir
    Path directory;

    private final Compiler compiler = Compiler.inTurn(0);

    @Test
    void takes_off_all_that_does_not_matter() {
        Program program = programWith(" instanceof Pair ");
        Node smallest = new Shrinker(members -> members.text().contains(" instanceof Pair "), Integer.MAX_VALUE)
                .shrink(program.members());
        assertTrue(smallest.text().contains(" instanceof Pair "));
        assertTrue(smallest.text().lines().count() < 20, smallest.text());
    }

    @Test
    void finds_and_shrinks_what_a_planted_bug_breaks() throws IOException {
        Map<Program, Failure> failures = new Examination(compiler, PlantedBug::weave, new Tally()).examine(programs());
        assertFalse(failures.isEmpty());
        Map.Entry<Program, Failure> first = failures.entrySet().iterator().next();
        assertEquals(Failure.Sort.RUNS_OTHERWISE, first.getValue().sort());

        Path file = new FailureFile(compiler, PlantedBug::weave).write(first.getKey(), first.getValue(), directory);

        String source = Files.readString(file);
        assertTrue(source.contains("Seed " + SEED + ", method " + first.getKey().number()), source);
        String method = source.substring(source.indexOf(" method(Trial t)"));
        assertTrue(method.lines().count() < 12, source);
        assertTrue(method.contains("+"), source);
    }

    private static Program programWith(String text) {
        return programs().stream()
                .filter(program -> program.source().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<Program> programs() {
        return IntStream.range(0, PROGRAMS)
                .mapToObj(number -> Program.grow(SEED, number))
                .toList();
    }
}
