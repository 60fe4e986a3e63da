package dev.fermata.tests.loop.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the switches of a JVM do. */
class SecondJvmTest {
    private static final String RESULT = "boiled eggs";

    @TempDir
    Path directory;

    private Path settingsFile() throws Exception {
        Path file = directory.resolve("fermata.jfc");
        try (InputStream resource = EventLoop.class.getResourceAsStream(SettingsFileTest.RESOURCE)) {
            Files.copy(resource, file);
        }
        return file;
    }

    private static void assertEnded(SecondJvm jvm) {
        assertEquals(0, jvm.exit(), jvm::said);
        assertTrue(jvm.said().contains(RESULT), jvm::said);
    }

    @Test
    void a_program_is_recorded_from_its_first_task_on_with_the_settings_file() throws Exception {
        Path file = directory.resolve("kitchen.jfr");
        assertEnded(SecondJvm.run(
                "-XX:StartFlightRecording:settings=default,settings=" + settingsFile() + ",filename=" + file));
        assertKitchen(Recorded.of(file));
    }

    private static void assertKitchen(Recorded recorded) {
        assertEquals(List.of("task-1 | null", "eggs | task-1"), recorded.table("TaskStart", "task", "by"));
        assertEquals(List.of("eggs | value", "task-1 | value"), recorded.table("TaskEnd", "task", "outcome"));
        assertEquals(
                List.of("eggs | sleep", "task-1 | task eggs"), recorded.table("TaskSuspended", "task", "waitedFor"));
    }

    @Test
    void single_types_can_be_turned_on_by_name() throws Exception {
        Path file = directory.resolve("kitchen.jfr");
        assertEnded(SecondJvm.run("-XX:StartFlightRecording:+dev.fermata.TaskEnd#enabled=true,filename=" + file));
        Recorded recorded = Recorded.of(file);
        assertEquals(List.of("eggs", "task-1"), recorded.table("TaskEnd", "task"));
        assertEquals(List.of(), recorded.all("TaskStart"));
    }

    /** One class of the recorder is not to be avoided; all others take time at the start of a program. */
    @Test
    void a_program_that_is_not_recorded_does_not_load_the_recorder() throws Exception {
        SecondJvm jvm = SecondJvm.run("-Xlog:class+load");
        assertEnded(jvm);
        assertEquals(
                List.of("dev.fermata.jfr.FlightSwitch", "jdk.jfr.FlightRecorder"),
                jvm.said()
                        .lines()
                        .map(line -> line.replaceFirst(".*\\] ", "").replaceFirst(" .*", ""))
                        .filter(type -> type.startsWith("jdk.jfr.") || type.startsWith("dev.fermata.jfr."))
                        .sorted()
                        .toList());
        assertTrue(!jvm.said().contains("LoopRecording"), jvm::said);
    }

    @Test
    void a_program_runs_without_the_module_of_the_recorder() throws Exception {
        assertEnded(SecondJvm.run("--limit-modules", "java.base"));
    }

    @Test
    void so_does_a_module_of_which_none_requires_it() throws Exception {
        assertEnded(SecondJvm.runBare(modular()));
    }

    @Test
    void a_module_is_recorded_if_the_recorder_is_switched_on() throws Exception {
        Path file = directory.resolve("kitchen.jfr");
        List<String> switches = new ArrayList<>(modular());
        switches.add(0, "-XX:StartFlightRecording:settings=" + settingsFile() + ",filename=" + file);
        assertEnded(SecondJvm.runBare(switches));
        assertKitchen(Recorded.of(file));
    }

    /** The program as a part of the runtime's module, which is the only one that is asked for. */
    private List<String> modular() {
        return List.of(
                "--module-path",
                path("core" + File.separator + "runtime"),
                "--patch-module",
                "dev.fermata=" + path("test-classes"),
                "--module",
                "dev.fermata/" + Kitchen.class.getName());
    }

    private static String path(String part) {
        return SecondJvm.classPath().stream()
                .map(Path::toString)
                .filter(entry -> entry.contains(part))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
