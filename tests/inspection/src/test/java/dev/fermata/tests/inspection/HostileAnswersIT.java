package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.inspection.programs.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that answer with something else than text in a file, to make use of whoever asks, who may be root. */
@Timeout(120)
final class HostileAnswersIT {
    @TempDir
    Path directory;

    /** Where the files for the answer are. */
    private Path temporary;

    /** What the other JVM is after. */
    private Path precious;

    @BeforeEach
    void create() throws IOException {
        temporary = Files.createDirectory(directory.resolve("temporary"));
        precious = Files.createDirectory(directory.resolve("precious"));
        Files.writeString(precious.resolve("answer"), "secret\n");
        Files.writeString(precious.resolve("agent.jar"), "not yours");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_link_instead_of_the_file_is_not_followed() throws IOException {
        Run run = ask("Files.createSymbolicLink(file, Path.of(\"%s/answer\"));".formatted(precious));
        assertEquals(1, run.exit(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().endsWith("/answer is not a regular file\n"), run::err);
        assertUntouched();
        assertEquals(List.of(), left());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothing_is_read_or_deleted_by_a_link_instead_of_the_directory() throws IOException {
        Run run = ask("""
                Path given = file.getParent();
                Files.move(given, given.resolveSibling("moved"));
                Files.createSymbolicLink(given, Path.of("%s"));
                """.formatted(precious));
        assertEquals(1, run.exit(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().contains("has left no answer"), run::err);
        assertUntouched();
        assertEquals(List.of("moved"), left());
    }

    @Test
    void only_what_was_put_there_is_deleted() throws IOException {
        Run run = ask("""
                Files.writeString(file, "fine\\n");
                Files.createDirectory(file.resolveSibling("sub"));
                Files.writeString(file.resolveSibling("sub").resolve("more"), "");
                """);
        assertEquals(0, run.exit(), run::toString);
        assertEquals("fine\n", run.out());
        assertTrue(run.err().startsWith("fermata: cannot remove "), run::err);
        Path given = temporary.resolve(left().get(0));
        assertTrue(Files.exists(given.resolve("sub/more")));
        assertTrue(Files.notExists(given.resolve("answer")));
    }

    @Test
    void an_endless_answer_is_not_read() throws IOException {
        Run run = ask(
                "try (var large = new RandomAccessFile(file.toFile(), \"rw\")) { large.setLength((256 << 20) + 1); }");
        assertEquals(1, run.exit(), run::err); // not what it has printed, which may be all
        assertTrue(run.err().endsWith("/answer is longer than 268435456 bytes\n"), run::err);
        assertEquals(List.of(), left());
    }

    @Test
    void an_answer_that_never_comes_leaves_no_files() throws IOException {
        Run run = ask("""
                Files.writeString(file, "half of it");
                new java.util.concurrent.CountDownLatch(1).await();
                """, "--timeout", "5");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains(" has not answered within 5 s. "), run::err);
        assertEquals(List.of(), left());
    }

    @Test
    void an_answer_cannot_steer_the_terminal() throws IOException {
        Run run = ask("""
                Files.writeString(file, "a" + (char) 27 + "[2Jb" + (char) 0x9b + "c\\nfermata: error: d" + (char) 7 + "e\\n");
                """);
        assertEquals(1, run.exit(), run::toString);
        assertEquals("a [2Jb c\n", run.out());
        assertEquals("fermata: d e\n", run.err());
    }

    @Test
    void json_cannot_steer_the_terminal_and_means_the_same() throws IOException {
        Run run = ask("""
                Files.writeString(file, "[" + (char) 9 + "'a" + (char) 0x9b + (char) 0x7f + "b']\\n");
                """, "--json");
        assertEquals(0, run.exit(), run::toString);
        assertEquals("[ 'a\\u009b\\u007fb']\n", run.out());
    }

    private Run ask(String answering, String... options) throws IOException {
        Path agent = FakeAgent.jar(directory.resolve("agent"), answering);
        try (Target target = Target.running(Plain.class, "-javaagent:" + agent)) {
            List<String> arguments = new ArrayList<>();
            arguments.add(Artifacts.agentJar().toString());
            arguments.addAll(List.of("ps", target.pid()));
            arguments.addAll(List.of(options));
            return new Jvm().with("-Djava.io.tmpdir=" + temporary, "-jar").run(arguments.toArray(new String[0]));
        }
    }

    private void assertUntouched() throws IOException {
        assertEquals("secret\n", Files.readString(precious.resolve("answer")));
        assertEquals("not yours", Files.readString(precious.resolve("agent.jar")));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
