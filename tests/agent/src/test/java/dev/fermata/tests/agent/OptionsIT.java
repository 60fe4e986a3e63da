package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be written behind the jar's name. */
final class OptionsIT {
    private static final String EXPLANATION = """
            . The options, separated by commas, are:
              debug
                  keeps all variables in scope over suspensions, for debuggers, not only those still read
              verbose
                  says what becomes of each class that mentions Fermata, and sums up at the end
              include=<prefix>[:<prefix>...]
                  weaves only classes whose full names start with one of these
              exclude=<prefix>[:<prefix>...]
                  leaves classes alone whose full names start with one of these
              dump=<directory>
                  writes the changed classes and their frame classes there
              warnings=<code>=error|warn|off[:...]
                  raises single warnings to errors or turns them off; 'all' stands for those not named
            """;

    @TempDir
    Path directory;

    private Path classes;

    @BeforeEach
    void compile() {
        classes = Countdown.compileTo(directory.resolve("classes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | unknown option 'nonsense'",
                "verbose,inclde=demo | unknown option 'inclde'",
                "Verbose | unknown option 'Verbose'",
                "verbose=true | option 'verbose' takes no value",
                "include | option 'include' needs a value",
                "dump= | option 'dump' needs a value",
                "warnings=FERMATA-999=off | option 'warnings': there is no diagnostic 'FERMATA-999'",
                "warnings=FERMATA-004=off | option 'warnings': FERMATA-004 is an error: it can be neither silenced nor lowered",
                "warnings=FERMATA-020=loud | option 'warnings': 'loud' is none of error, warn, off",
                "exclude=a,exclude=b | option 'exclude' is given twice"
            })
    void a_wrong_option_stops_the_jvm_and_the_known_ones_are_explained(String options, String complaint) {
        Run run = new Jvm()
                .with("-XX:-CreateCoredumpOnCrash")
                .withAgent(options)
                .withClassPath(classes)
                .run(Countdown.MAIN);
        assertNotEquals(0, run.exit());
        assertEquals(
                "",
                run.out()
                        .lines()
                        .filter(line -> line.matches("[0-9]"))
                        .findAny()
                        .orElse(""));
        assertTrue(run.err().startsWith("fermata: " + complaint + EXPLANATION), run::err);
        assertTrue(run.err().contains("java.lang.IllegalArgumentException: " + complaint), run::err);
    }

    @Test
    void weaves_only_what_is_included() {
        runWith("include=other.:demo.Count").assertPrinted(Countdown.OUTPUT);
        assertNotWoven(runWith("include=other.:dem.o"));
    }

    @Test
    void leaves_alone_what_is_excluded() {
        runWith("exclude=other.:demo.Countup").assertPrinted(Countdown.OUTPUT);
        assertNotWoven(runWith("exclude=other.:demo."));
        assertNotWoven(runWith("include=demo.,exclude=demo.Countdown"));
    }

    @Test
    void dumps_what_the_jvm_gets_and_that_is_what_the_build_would_write() throws IOException {
        Path dump = directory.resolve("a/dump");
        runWith("dump=" + dump).assertPrinted(Countdown.OUTPUT);

        byte[] compiled = Files.readAllBytes(classes.resolve("demo/Countdown.class"));
        WeaveResult.Success built = assertInstanceOf(WeaveResult.Success.class, new Weaver().weave(compiled));
        assertArrayEquals(built.host(), Files.readAllBytes(dump.resolve("demo/Countdown.class")));
        assertEquals(1, built.frames().size());
        for (Map.Entry<String, byte[]> frame : built.frames().entrySet()) {
            assertArrayEquals(frame.getValue(), Files.readAllBytes(dump.resolve(frame.getKey() + ".class")));
        }
        try (var files = Files.list(dump.resolve("demo"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void says_when_it_cannot_dump_and_works_all_the_same() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Run run = runWith("dump=" + file);
        run.assertPrinted(Countdown.OUTPUT);
        assertEquals(2, run.agentLines().size(), run::err);
        assertTrue(run.agentLines().get(0).startsWith("cannot write " + file), run::err);
    }

    @Test
    void verbose_tells_what_becomes_of_each_class() {
        Run run = runWith("verbose");
        run.assertPrinted(Countdown.OUTPUT);
        List<String> lines = run.agentLines();
        assertEquals(3, lines.size(), run::err);
        assertTrue(lines.get(0).matches("agent .* is active"), run::err);
        assertEquals("wove demo.Countdown, frame classes: 1", lines.get(1));
        assertEquals(
                "of 1 classes outside the JDK 1 mention Fermata and have been read: 1 woven, 0 refused", lines.get(2));
    }

    private Run runWith(String options) {
        return new Jvm().withAgent(options).withClassPath(classes).run(Countdown.MAIN);
    }

    private static void assertNotWoven(Run run) {
        assertFalse(run.out().startsWith("3"), run::toString);
        assertTrue(run.err().contains("dev.fermata.NotWovenError"), run::err);
    }
}
