package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Woven code verified and compiled at its first call by each of HotSpot's compilers, loops entered in the middle too. */
@Tag("F3")
@Tag("I17")
final class CompiledAtOnceIT {
    @TempDir
    Path directory;

    private Path loops;
    private Path shapes;

    @BeforeEach
    void compile() {
        loops = new Sources()
                .file("Loops", Text.of("loops/Loops.java"))
                .file("Main", Text.of("loops/Main.java"))
                .compileTo(directory.resolve("loops"));
        BuildTime.weave(loops);
        shapes = MixedProgram.compileTo(directory.resolve("shapes"));
        BuildTime.weave(shapes);
    }

    @Test
    void gives_what_the_interpreter_gives() {
        String[] interpreted = lines(run(loops, "-Xint"));
        assertEquals(8, interpreted.length);
        run(loops, "-Xcomp", "-XX:TieredStopAtLevel=1").assertPrinted(interpreted);
        run(loops, "-Xcomp", "-XX:TieredStopAtLevel=4", "-XX:-TieredCompilation")
                .assertPrinted(interpreted);
        run(shapes, "-Xcomp", "-XX:TieredStopAtLevel=1").assertPrinted(MixedProgram.OUTPUT);
        run(shapes, "-Xcomp", "-XX:TieredStopAtLevel=4", "-XX:-TieredCompilation")
                .assertPrinted(MixedProgram.OUTPUT);
    }

    /** The compilers report what they give up on. */
    @Test
    void no_body_is_given_up_by_a_compiler() {
        Run run = run(
                loops,
                "-Xcomp",
                "-XX:TieredStopAtLevel=4",
                "-XX:-TieredCompilation",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+LogCompilation",
                "-XX:LogFile=" + directory.resolve("compilation.log"));
        assertEquals(0, run.exit(), run::toString);
        List<String> failures = CompilationLog.failuresIn(directory.resolve("compilation.log"), "demo.Loops");
        assertEquals(List.of(), failures);
    }

    private static String[] lines(Run run) {
        assertEquals(0, run.exit(), run::toString);
        return run.out().lines().toArray(String[]::new);
    }

    /** Only our classes are compiled: the JDK's own would take minutes. */
    private static Run run(Path classes, String... switches) {
        return new Jvm()
                .with(switches)
                .with("-XX:CompileCommand=quiet")
                .with("-XX:CompileCommand=compileonly,demo.*::*", "-XX:CompileCommand=compileonly,dev.fermata.*::*")
                .withClassPath(classes)
                .run("demo.Main");
    }
}
