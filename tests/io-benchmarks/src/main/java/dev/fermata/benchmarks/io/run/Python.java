package dev.fermata.benchmarks.io.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The Python on the path. */
final class Python {
    static final String COMMAND = "python3";

    private Python() {}

    /** Why there is none, if that is so. */
    static Optional<String> obstacle() throws InterruptedException {
        return version().isEmpty() ? Optional.of("no " + COMMAND + " that runs is on the path") : Optional.empty();
    }

    /** Such as {@code Python 3.13.1}; nothing if there is none. */
    static String version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(COMMAND, "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.strip() : "";
        } catch (IOException e) { // how Java says that there is no such program
            return "";
        }
    }
}
