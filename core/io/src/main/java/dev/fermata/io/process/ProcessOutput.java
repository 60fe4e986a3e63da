package dev.fermata.io.process;

import java.nio.charset.StandardCharsets;

/**
 * What a program has written, and how it has ended.
 *
 * @param exitCode 0 for success, as is usual; 128 and the signal's number if a signal has killed it, so 137 for {@code SIGKILL}
 * @param stdout what it has written to its standard output; not a copy
 * @param stderr what it has written to its standard error, unless that was merged into the output; not a copy
 */
public record ProcessOutput(int exitCode, byte[] stdout, byte[] stderr) {
    /**
     * The standard output as text.
     *
     * @return that, taken for UTF-8
     */
    public String text() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    /**
     * The standard error as text.
     *
     * @return that, taken for UTF-8
     */
    public String errorText() {
        return new String(stderr, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + ", " + stdout.length + " bytes of output, " + stderr.length + " of errors";
    }
}
