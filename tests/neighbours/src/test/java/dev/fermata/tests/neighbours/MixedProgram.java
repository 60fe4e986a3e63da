package dev.fermata.tests.neighbours;

import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;

/** A program with generators and coroutines of many shapes. */
final class MixedProgram {
    static final String[] OUTPUT = {
        "step0", "small", "finally", "small", "finally", "step2", "big", "caught", "finally", "big", "finally", "a",
        "b", "c", "0", "2", "6", "1"
    };

    private MixedProgram() {}

    static Path compileTo(Path directory) {
        return new Sources()
                .file("Work", Text.of("mixed/Work.java"))
                .file("Main", Text.of("mixed/Main.java"))
                .compileTo(directory);
    }
}
