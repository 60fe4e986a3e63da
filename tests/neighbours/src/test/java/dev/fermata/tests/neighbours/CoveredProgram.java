package dev.fermata.tests.neighbours;

import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;
import java.util.List;

/** The program whose coverage is measured, and its twin: the same lines, where markers are ordinary methods. */
final class CoveredProgram {
    static final String MAIN = "demo.Main";
    static final String CLASS = "demo/Work";
    static final String[] OUTPUT = {
        "step0", "small", "finally", "small", "finally", "step2", "big", "caught", "finally", "big", "finally", "a",
        "b", "c", "0", "2", "6", "1"
    };

    private CoveredProgram() {}

    static Path compileTo(Path directory) {
        return new Sources()
                .file("Work", work("dev.fermata"))
                .file("Main", Text.of("coverage/Main.java"))
                .compileTo(directory);
    }

    static Path compileTwinTo(Path directory) {
        return new Sources()
                .withoutRuntime()
                .file("Work", work("twin"))
                .file("Main", Text.of("coverage/twin/Main.java"))
                .file("Generator", Text.of("coverage/twin/Generator.java"))
                .file("Coroutine", Text.of("coverage/twin/Coroutine.java"))
                .file("Suspendable", Text.of("coverage/twin/Suspendable.java"))
                .compileTo(directory);
    }

    /** The number of the line that follows the first one with this text. */
    static int lineAfter(String text) {
        List<String> lines = work("twin").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 2;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static String work(String runtime) {
        return Text.of("coverage/Work.java").replace("RUNTIME", runtime);
    }
}
