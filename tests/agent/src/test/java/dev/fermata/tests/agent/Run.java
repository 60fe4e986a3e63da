package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/**
 * How a JVM ended.
 *
 * @param exit its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record Run(int exit, String out, String err) {
    private static final String AGENT = "fermata: ";

    /** Everything the agent said, line by line, without its name in front. */
    public List<String> agentLines() {
        return err.lines()
                .filter(line -> line.startsWith(AGENT))
                .map(line -> line.substring(AGENT.length()))
                .toList();
    }

    /** Checks that the program ended well and printed exactly these lines. */
    public void assertPrinted(String... lines) {
        assertEquals(List.of(lines), out.lines().toList(), this::toString);
        assertEquals(0, exit, this::toString);
    }

    /** Checks that there was nothing to complain about. */
    public void assertQuiet() {
        assertEquals("", err, this::toString);
    }
}
