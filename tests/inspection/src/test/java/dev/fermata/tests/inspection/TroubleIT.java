package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.inspection.programs.Plain;
import dev.fermata.tests.inspection.programs.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands say when they cannot do what they are told. */
@Timeout(180)
final class TroubleIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ps one | the pid has to be a positive number, not 'one'",
                "ps 0 | the pid has to be a positive number, not '0'",
                "ps 1 2 | one pid at a time",
                "tree 1 --jsn | unknown option '--jsn'",
                "ps --json | --json needs a pid",
                "ps 1 --timeout | --timeout has to be a positive number, not ''",
                "pss 1 | unknown command 'pss'"
            })
    void wrong_usage_is_explained(String arguments, String complaint) {
        Run run = AgentCommand.run(arguments.split(" "));
        assertEquals(2, run.exit(), run::toString);
        assertEquals("", run.out());
        assertEquals("fermata: " + complaint, run.err().lines().findFirst().orElseThrow());
        assertTrue(run.err().contains("java -jar fermata-agent.jar"), run::err);
    }

    @Test
    void help_lists_the_commands_on_stdout_and_no_command_on_stderr() {
        Run help = AgentCommand.run("help");
        assertEquals(0, help.exit());
        assertTrue(help.out().contains("java -jar fermata-agent.jar ps "), help::out);
        Run nothing = AgentCommand.run();
        assertEquals(2, nothing.exit());
        assertEquals(help.out(), nothing.err());
    }

    @Test
    void a_process_that_has_ended() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertFails("there is no process " + ended.pid(), Long.toString(ended.pid()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_that_is_no_jvm_survives() throws Exception {
        Process cat = new ProcessBuilder("cat").start();
        try {
            assertFails("process " + cat.pid() + " is not a JVM", Long.toString(cat.pid()));
            assertTrue(cat.isAlive());
        } finally {
            cat.destroy();
        }
    }

    @Test
    void a_jvm_without_fermata() throws IOException {
        try (Target plain = Target.running(Plain.class)) {
            assertFails("no Fermata runtime is loaded in this JVM", plain.pid());
            assertEquals("", plain.complaints());
        }
    }

    @Test
    void a_jvm_that_lets_no_agents_in() throws IOException {
        try (Target shop = Target.running(Shop.class, "-XX:-EnableDynamicAgentLoading")) {
            Run run = assertFails("process " + shop.pid() + " does not let the agent in: ", shop.pid());
            assertTrue(run.err().contains("-Dfermata.jmx=true"), run::err);
        }
    }

    @Test
    void a_jvm_that_cannot_be_attached_to() throws IOException {
        try (Target shop = Target.running(Shop.class, "-XX:+DisableAttachMechanism")) {
            assertFails("process " + shop.pid() + " cannot be attached to: ", shop.pid());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_jvm_that_is_stopped() throws Exception {
        try (Target shop = Target.running(Shop.class)) {
            assertEquals(
                    0, new ProcessBuilder("kill", "-STOP", shop.pid()).start().waitFor());
            Run run = assertFails(
                    "process " + shop.pid()
                            + " has not answered within 2 s. It is stopped (SIGSTOP, Ctrl-Z or a debugger).",
                    shop.pid(),
                    "--timeout",
                    "2");
            assertTrue(run.err().contains("--timeout <seconds>"), run::err);
            assertFalse(Files.exists(Path.of(".attach_pid" + shop.pid())));
            assertEquals(
                    0, new ProcessBuilder("kill", "-CONT", shop.pid()).start().waitFor());
            assertEquals(0, AgentCommand.run("ps", shop.pid()).exit());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_jvm_that_ends_while_it_is_asked() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        try (WatchService watch = here.getFileSystem().newWatchService();
                Target shop = Target.running(Shop.class)) {
            assertEquals(
                    0, new ProcessBuilder("kill", "-STOP", shop.pid()).start().waitFor());
            here.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            CompletableFuture<Run> asking = CompletableFuture.supplyAsync(() -> AgentCommand.run("ps", shop.pid()));
            Path knock = Path.of(".attach_pid" + shop.pid());
            while (!Files.exists(knock)) {
                watch.take().reset();
            }
            shop.kill();
            Run run = asking.get();
            Files.deleteIfExists(knock); // the way to it was by /proc
            assertEquals(1, run.exit(), run::toString);
            assertEquals("fermata: process " + shop.pid() + " has ended meanwhile\n", run.err());
        }
    }

    @Test
    void a_jvm_with_an_agent_that_does_not_understand(@TempDir Path directory) throws IOException {
        Path old = FakeAgent.jar(directory, "throw new IllegalArgumentException(options);");
        try (Target shop = Target.running(Shop.class, "-javaagent:" + old)) {
            Run run = assertFails("process " + shop.pid() + " has the agent of another version, 0.0.9, ", shop.pid());
            assertTrue(run.err().contains("Use the jar of that version"), run::err);
            shop.assertAlive();
        }
    }

    @Test
    void a_runtime_image_without_the_attach_module() throws IOException {
        Run run = new Jvm()
                .with("--limit-modules", "java.base,java.instrument", "-jar")
                .run(Artifacts.agentJar().toString(), "ps", "1");
        assertEquals(1, run.exit());
        assertTrue(run.err().startsWith("fermata: this Java runtime, "), run::err);
        assertTrue(run.err().contains("lacks the module jdk.attach"), run::err);
    }

    private static Run assertFails(String complaint, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "ps";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Run run = AgentCommand.run(all);
        assertEquals(1, run.exit(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("fermata: " + complaint), run::err);
        return run;
    }
}
