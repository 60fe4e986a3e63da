package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JaCoCo: its agent before and after ours, and its offline instrumentation before and after weaving. */
@Tag("I8")
final class JacocoIT {
    private static final List<String> CLASSES = List.of("demo/Main", CoveredProgram.CLASS);

    @TempDir
    Path directory;

    private Path classes;
    private Coverage twin;

    @BeforeEach
    void cover_the_twin() {
        classes = CoveredProgram.compileTo(directory.resolve("classes"));
        Path twinClasses = CoveredProgram.compileTwinTo(directory.resolve("twin"));
        Path exec = directory.resolve("twin.exec");
        Run run = new Jvm()
                .with(Jacoco.agentSwitch(exec))
                .withBareClassPath(twinClasses)
                .run(CoveredProgram.MAIN);
        assertEquals(CoveredProgram.OUTPUT.length, run.out().lines().count(), run::toString);
        twin = Coverage.of(exec, twinClasses);
    }

    @Test
    @Tag("I6")
    void its_agent_before_ours_reports_what_it_reports_of_code_that_is_not_woven() {
        Path exec = directory.resolve("before.exec");
        run(new Jvm().with(Jacoco.agentSwitch(exec)).withAgent("").withClassPath(classes));
        assertReportsAsOfTheTwin(exec);
    }

    @Test
    @Tag("I6")
    void its_agent_after_ours_reports_the_same() {
        Path exec = directory.resolve("after.exec");
        run(new Jvm().withAgent("").with(Jacoco.agentSwitch(exec)).withClassPath(classes));
        assertReportsAsOfTheTwin(exec);
    }

    @Test
    @Tag("J7")
    void classes_instrumented_offline_and_then_woven_in_the_build_report_the_same() {
        Path instrumented = CoveredProgram.compileTo(directory.resolve("instrumented"));
        Jacoco.instrument(instrumented);
        BuildTime.weave(instrumented);
        Path exec = directory.resolve("offline.exec");
        run(offline(exec).withClassPath(instrumented, Jacoco.agentJar()));
        assertReportsAsOfTheTwin(exec);
    }

    @Test
    void classes_instrumented_offline_and_then_woven_by_the_agent_report_the_same() {
        Path instrumented = CoveredProgram.compileTo(directory.resolve("instrumented"));
        Jacoco.instrument(instrumented);
        Path exec = directory.resolve("offline.exec");
        run(offline(exec).withAgent("").withClassPath(instrumented, Jacoco.agentJar()));
        assertReportsAsOfTheTwin(exec);
    }

    @Test
    @Tag("H5")
    void classes_woven_in_the_build_are_reported_as_they_are_on_the_disk_under_its_agent() {
        Path woven = CoveredProgram.compileTo(directory.resolve("woven"));
        BuildTime.weave(woven);
        Path exec = directory.resolve("woven.exec");
        run(new Jvm().with(Jacoco.agentSwitch(exec)).withClassPath(woven));
        assertReportsTheSameLines(exec, woven);
    }

    @Test
    @Tag("J7")
    void classes_woven_in_the_build_and_then_instrumented_offline_are_reported_as_woven() {
        Path woven = CoveredProgram.compileTo(directory.resolve("woven"));
        BuildTime.weave(woven);
        Path instrumented = CoveredProgram.compileTo(directory.resolve("instrumented"));
        BuildTime.weave(instrumented);
        Jacoco.instrument(instrumented);
        Path exec = directory.resolve("offline.exec");
        run(offline(exec).withClassPath(instrumented, Jacoco.agentJar()));
        assertReportsTheSameLines(exec, woven);
    }

    private static void run(Jvm jvm) {
        Run run = jvm.run(CoveredProgram.MAIN);
        run.assertPrinted(CoveredProgram.OUTPUT);
        run.assertQuiet();
    }

    private static Jvm offline(Path exec) {
        return new Jvm().with("-Djacoco-agent.destfile=" + exec);
    }

    /** JaCoCo knows a class by a checksum of the bytes it has instrumented: here, those that the compiler has made. */
    private void assertReportsAsOfTheTwin(Path exec) {
        Coverage report = Coverage.of(exec, classes);
        assertEquals(List.of(), report.mismatches());
        assertEquals(CLASSES, report.classes());
        assertEquals(twin.linesOf(CoveredProgram.CLASS), report.linesOf(CoveredProgram.CLASS));
    }

    /**
     * Here the checksum is that of the woven bytes. What weaving adds is counted, so only the lines can be compared: all
     * that have run are reported. More are, where a call runs the line that the method begins on, and where JaCoCo no
     * longer sees that several copies of a finally block are one.
     */
    private void assertReportsTheSameLines(Path exec, Path woven) {
        Coverage report = Coverage.of(exec, woven);
        assertEquals(List.of(), report.mismatches());
        assertEquals(CLASSES, report.classes(), "frame classes are nobody's source");
        Set<Integer> more = new TreeSet<>(report.visitedLinesOf(CoveredProgram.CLASS));
        assertTrue(more.containsAll(twin.visitedLinesOf(CoveredProgram.CLASS)), more::toString);
        more.removeAll(twin.visitedLinesOf(CoveredProgram.CLASS));
        assertEquals(Set.of(CoveredProgram.lineAfter("\"finally\""), CoveredProgram.lineAfter("neverIterated")), more);
        assertEquals(
                List.of(CoveredProgram.CLASS), Coverage.of(exec, classes).mismatches(), "with the compiler's files");
    }
}
