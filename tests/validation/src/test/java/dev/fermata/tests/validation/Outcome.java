package dev.fermata.tests.validation;

import java.util.List;

/**
 * What is to be seen of a run.
 *
 * @param events what was logged
 * @param end how it ended
 * @param points how many points were reached
 */
public record Outcome(List<String> events, String end, int points) {
    public String text() {
        return String.join("\n", events) + "\n" + end;
    }
}
