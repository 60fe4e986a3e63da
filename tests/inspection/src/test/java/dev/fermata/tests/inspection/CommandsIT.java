package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.inspection.programs.Blocked;
import dev.fermata.tests.inspection.programs.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JVM that was started without agent and option is looked into by pid. */
@Timeout(120)
final class CommandsIT {
    private static Target shop;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws IOException {
        shop = Target.running(Shop.class);
    }

    @AfterAll
    static void stop() throws IOException {
        shop.assertAlive();
        String complaints = shop.complaints();
        shop.close();
        assertEquals("", complaints);
    }

    @Test
    void ps_lists_the_tasks_with_what_they_wait_for_and_where() throws IOException {
        Golden.assertEqual("ps.txt", answer("ps", shop.pid()));
    }

    @Test
    void tree_shows_who_waits_for_whom() throws IOException {
        Golden.assertEqual("tree.txt", answer("tree", shop.pid()));
    }

    @Test
    void json_is_for_programs() {
        JsonNode loops = new JsonMapper().readTree(answer("ps", shop.pid(), "--json"));
        assertEquals(1, loops.size());
        List<String> names = new ArrayList<>();
        for (JsonNode task : loops.get(0).get("tasks")) {
            names.add(task.get("name").asString());
        }
        assertTrue(
                names.containsAll(List.of("heartbeat", "packer", "report", "north", "south", "chicken", "egg")),
                names::toString);
        assertEquals(1, loops.get(0).get("deadlocks").size());
        assertEquals(2, loops.get(0).get("deadlocks").get(0).size());
    }

    @Test
    void leaves_no_files_behind() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Run run = new Jvm()
                .with("-Djava.io.tmpdir=" + temporary, "-jar")
                .run(Artifacts.agentJar().toString(), "ps", shop.pid());
        assertEquals(0, run.exit(), run::toString);
        try (Stream<Path> files = Files.list(temporary)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void without_a_pid_ps_lists_the_jvms_that_have_fermata() {
        Run run = AgentCommand.run("ps");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(
                run.out()
                        .lines()
                        .anyMatch(line -> line.matches(" *" + shop.pid() + "  class path  +" + Shop.class.getName())),
                run::toString);
    }

    @Test
    void a_loop_that_is_blocked_is_looked_at_from_outside() throws IOException {
        try (Target blocked = Target.running(Blocked.class)) {
            String answer = answer("ps", blocked.pid());
            assertTrue(answer.contains(Blocked.class.getName() + ".hang(Blocked.java:"), answer);
            assertTrue(answer.contains(Blocked.class.getName() + ".sleeper(Blocked.java:"), answer);
            assertEquals("", blocked.complaints());
        }
    }

    @Test
    void a_jvm_with_the_weaving_agent_answers_too_as_often_as_it_is_asked() throws IOException {
        try (Target woven = Target.running(Shop.class, Jvm.agentSwitch(""))) {
            answer("ps", woven.pid());
            Golden.assertEqual("ps.txt", answer("ps", woven.pid()));
            assertEquals("", woven.complaints());
        }
    }

    @Test
    void a_copy_of_the_jar_answers_as_well() throws IOException {
        Path copy = Files.copy(Artifacts.agentJar(), directory.resolve("copy.jar"));
        answer("ps", shop.pid());
        Run run = new Jvm().with("-jar").run(copy.toString(), "ps", shop.pid());
        assertEquals(0, run.exit(), run::toString);
        Golden.assertEqual("ps.txt", run.out());
    }

    @Test
    void jcmd_has_the_answer_written_to_a_file_for_its_owner_only() throws Exception {
        Path file = directory.resolve("tree.txt");
        String jar = Artifacts.agentJar().toString();
        Jcmd.run(shop.pid(), "JVMTI.agent_load", jar, "\"inspect=tree:" + file + "\"");
        Golden.assertEqual("tree.txt", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Jcmd.run(shop.pid(), "JVMTI.agent_load", jar, "inspect:" + file);
        Golden.assertEqual("ps.txt", Files.readString(file));
    }

    @Test
    void jcmd_without_a_file_has_the_answer_written_to_stderr() throws Exception {
        try (Target other = Target.running(Shop.class)) {
            Jcmd.run(other.pid(), "JVMTI.agent_load", Artifacts.agentJar().toString(), "inspect");
            Golden.assertEqual("ps.txt", other.complaints());
        }
    }

    private static String answer(String... arguments) {
        Run run = AgentCommand.run(arguments);
        assertEquals(0, run.exit(), run::toString);
        assertEquals("", run.err(), run::toString);
        return run.out();
    }
}
