package dev.fermata.tests.random;

import dev.fermata.tests.random.grammar.Program;
import dev.fermata.tests.random.run.Compiler;
import dev.fermata.tests.random.run.Examination;
import dev.fermata.tests.random.run.Failure;
import dev.fermata.tests.random.run.Tally;
import dev.fermata.tests.random.run.Weaving;
import dev.fermata.tests.random.shrink.FailureFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Examines as many random methods as one likes, in batches, on all cores. */
final class Campaign {
    private static final int BATCH = 100;

    private final long seed;
    private final int methods;
    private final Path failures;
    private final Tally tally = new Tally();
    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();

    /** What failed, by which compiler, and where it has been written. */
    record Finding(Program program, Compiler compiler, Failure failure, Path file) {
        @Override
        public String toString() {
            return "method " + program.number() + " of seed " + program.seed() + " by " + compiler + " (" + file + "): "
                    + failure;
        }
    }

    Campaign(long seed, int methods, Path failures) {
        this.seed = seed;
        this.failures = failures;
        this.methods = methods;
    }

    /** Runs it to its end. Every failure is written to the directory, shrunk, as soon as it is found. */
    void run() {
        IntStream.range(0, (methods + BATCH - 1) / BATCH).parallel().forEach(this::examine);
    }

    Tally tally() {
        return tally;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void examine(int batch) {
        Compiler compiler = Compiler.inTurn(batch);
        List<Program> programs = IntStream.range(batch * BATCH, Math.min(methods, (batch + 1) * BATCH))
                .mapToObj(number -> Program.grow(seed, number))
                .toList();
        new Examination(compiler, Weaving.BY_THE_TRANSFORMER, tally)
                .examine(programs)
                .forEach((program, failure) -> findings.add(new Finding(
                        program,
                        compiler,
                        failure,
                        new FailureFile(compiler, Weaving.BY_THE_TRANSFORMER).write(program, failure, failures))));
    }
}
