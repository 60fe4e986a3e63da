package dev.fermata.tests.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that does one operation and nothing else, and stands still while C2 compiles: profiles, and with them what C2 makes
 * of an operation, then depend neither on other tests nor on how busy the machine is.
 */
final class Fork {
    private Fork() {}

    /** Runs a main class with the name of the operation; gives what it has said, by lines. */
    static List<String> run(Class<?> main, Work work, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xbatch");
        command.addAll(List.of(options));
        command.add("-classpath");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.add(work.name());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }
}
