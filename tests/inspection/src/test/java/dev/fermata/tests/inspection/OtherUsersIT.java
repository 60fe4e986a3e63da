package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.inspection.programs.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JVMs of other users, and those that see other files, as in a container. */
@Timeout(120)
final class OtherUsersIT {
    /** Of the test's own; nobody else can enter it. */
    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void copyJar() throws IOException {
        jar = Files.copy(Artifacts.agentJar(), directory.resolve("agent.jar"));
    }

    @Test
    void root_looks_into_a_jvm_of_a_user_who_cannot_read_the_jar() throws IOException {
        assertAnswers(Superuser.asNobody());
    }

    @Test
    void a_jvm_that_does_not_see_the_jar_gets_a_copy() throws IOException {
        assertAnswers(Superuser.hiding(directory));
    }

    @Test
    void a_jvm_with_temporary_files_of_its_own_answers_in_its_own_place() throws IOException {
        Path jar = Artifacts.agentJar();
        try (Target shop = Target.behind(Superuser.hiding(directory), Shop.class)) {
            Run run = new Jvm().with("-Djava.io.tmpdir=" + directory, "-jar").run(jar.toString(), "ps", shop.pid());
            assertEquals(0, run.exit(), run::toString);
            Golden.assertEqual("ps.txt", run.out());
        }
    }

    @Test
    void a_jvm_of_another_user_in_a_container() throws IOException {
        assertAnswers(Superuser.both(Superuser.hiding(directory), Superuser.asNobody()));
    }

    private void assertAnswers(List<String> before) throws IOException {
        try (Target shop = Target.behind(before, Shop.class)) {
            Run run = new Jvm().with("-jar").run(jar.toString(), "ps", shop.pid());
            assertEquals(0, run.exit(), run::toString);
            Golden.assertEqual("ps.txt", run.out());
            assertEquals("", shop.complaints());
        }
    }

    @Test
    void others_are_told_whose_the_jvm_is() throws Exception {
        List<String> asNobody = Superuser.asNobody();
        try (Target shop = Target.running(Shop.class)) {
            ProcessBuilder builder =
                    new Jvm().with("-jar").builder(Artifacts.agentJar().toString(), "ps", shop.pid());
            builder.command().addAll(0, asNobody);
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            assertEquals(1, process.waitFor());
            String owner = ProcessHandle.current().info().user().orElseThrow();
            assertTrue(output.startsWith("fermata: process " + shop.pid() + " is run by user " + owner), output);
        }
    }
}
