package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads and many class loaders, all weaving at once. */
@Tag("I10")
@Tag("I11")
final class LoadingAtOnceIT {
    private static final int PARTS = 20;
    private static final int THREADS = 8;
    private static final int LOADERS = 40;

    @TempDir
    Path directory;

    @Test
    void the_same_hosts_are_woven_for_many_threads_and_many_loaders_and_no_loader_is_kept() {
        Sources parts = new Sources();
        int sum = 0;
        for (int i = 0; i < PARTS; i++) {
            parts.file("Part" + i, Text.of("loading/Part.java").replace("NUMBER", String.valueOf(i)));
            sum += 2 * i + 1;
        }
        Path program = parts.compileTo(directory.resolve("program"));
        Path launcher = new Sources()
                .file("Launcher", Text.of("loading/Launcher.java"))
                .compileTo(directory.resolve("launcher"));
        Run run = new Jvm().withAgent("verbose").withClassPath(launcher).run("Launcher", program.toString());
        run.assertPrinted("one loader " + THREADS * sum, "own loaders " + THREADS * LOADERS * 15, "left behind 0");
        List<String> refused = run.agentLines().stream()
                .filter(line -> line.contains("FERMATA-"))
                .toList();
        assertEquals(List.of(), refused);
    }
}
