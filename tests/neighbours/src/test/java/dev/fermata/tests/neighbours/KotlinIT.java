package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import dev.fermata.transformer.directory.DirectoryReport;
import dev.fermata.transformer.directory.DirectoryWeaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Kotlin classes beside woven Java classes, and woven themselves. */
@Tag("J14")
final class KotlinIT {
    private static final String[] OUTPUT = {
        "1",
        "2",
        "3",
        "first",
        "later 1",
        "later 1",
        "later 10",
        "later 10",
        "later 2",
        "later 10",
        "later 10",
        "later 5",
        "left size",
        "n1 [Point(x=1, y=20), Point(x=2, y=20)] 5",
        "1",
        "left round 1",
        "2",
        "left round 2",
        "left round 3",
        "null",
        "nothing",
        "33",
        "7",
        "14",
        "[2, 1]"
    };

    @TempDir
    static Path directory;

    private static Path classes;

    @BeforeAll
    static void compile() {
        classes =
                new Sources().file("JavaSide", Text.of("kotlin/JavaSide.java")).compileTo(directory.resolve("classes"));
        Kotlin.compile("kotlin/Program.kt", classes);
    }

    @Test
    void is_woven_by_the_agent() {
        Run run =
                new Jvm().withAgent("").withClassPath(classes, Kotlin.library()).run("demo.ProgramKt");
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    @Test
    @Tag("J5")
    void is_woven_in_the_build_in_one_directory_with_java() throws IOException {
        Path woven = copyOfClasses(directory.resolve("woven"));
        assertEquals(List.of(), DirectoryWeaver.weave(woven).diagnostics());
        Run run = new Jvm().withClassPath(woven, Kotlin.library()).run("demo.ProgramKt");
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    /** Debuggers and coverage tools read from it which lines come from inlined functions. */
    @Test
    @Tag("H12")
    void keeps_the_map_of_the_lines_of_inlined_functions() throws IOException {
        byte[] compiled = Files.readAllBytes(classes.resolve("demo/ProgramKt.class"));
        WeaveResult.Success woven = assertInstanceOf(WeaveResult.Success.class, new Weaver().weave(compiled));
        assertTrue(lineMapOf(compiled).startsWith("SMAP\nProgram.kt\nKotlin\n"));
        assertEquals(lineMapOf(compiled), lineMapOf(woven.host()));
    }

    /** The function is compiled as a method of its own, too, where the marker has nothing to suspend. */
    @Test
    void an_inline_function_that_holds_a_marker_itself_is_refused_with_its_line() throws IOException {
        Path refused = Files.createDirectories(directory.resolve("inline"));
        Kotlin.compile("kotlin/InlineMarker.kt", refused);
        DirectoryReport report = DirectoryWeaver.weave(refused);
        assertTrue(report.failed());
        assertEquals(2, report.diagnostics().size());
        String first = report.diagnostics().get(0).toString();
        assertTrue(
                first.startsWith("FERMATA-009 demo.InlineMarkerKt.twoTimes(int) (InlineMarker.kt:7): Generator.yield"
                        + " outside a suspendable method"),
                first);
    }

    private static String lineMapOf(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_CODE);
        return node.sourceDebug;
    }

    private static Path copyOfClasses(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(classes.relativize(file).toString()));
            }
        }
        return target;
    }
}
