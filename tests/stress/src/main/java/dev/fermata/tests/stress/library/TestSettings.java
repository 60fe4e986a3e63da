package dev.fermata.tests.stress.library;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which classes are tests, as Surefire has it.
 *
 * @param includes path patterns; Surefire's own if empty
 * @param excludes path patterns
 */
record TestSettings(List<String> includes, List<String> excludes) {
    private static final List<String> USUAL =
            List.of("**/Test*.java", "**/*Test.java", "**/*Tests.java", "**/*TestCase.java");

    /** Members of test classes are found by way of these. */
    private static final String MEMBERS = ".*\\$.*";

    /** A regular expression for the names of the classes to run. */
    String included() {
        return alternatives(includes.isEmpty() ? USUAL : includes);
    }

    /** A regular expression for the names of the classes not to run. */
    String excluded() {
        return excludes.isEmpty() ? MEMBERS : MEMBERS + "|" + alternatives(excludes);
    }

    private static String alternatives(List<String> patterns) {
        return patterns.stream().map(TestSettings::regexOf).collect(Collectors.joining("|"));
    }

    /** From {@code **}{@code /*Test.java} to an expression for class names. */
    static String regexOf(String pattern) {
        String path = pattern.trim().replaceAll("\\.(java|class)$", "").replaceAll("^/", "");
        if (!path.contains("/")) {
            path = "**/" + path;
        }
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < path.length(); ) {
            if (path.startsWith("**/", at)) {
                regex.append("(?:.*\\.)?");
                at += 3;
            } else if (path.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else {
                regex.append(regexOf(path.charAt(at)));
                at++;
            }
        }
        return regex.toString();
    }

    private static String regexOf(char character) {
        return switch (character) {
            case '*' -> "[^.]*";
            case '?' -> "[^.]";
            case '/' -> "\\.";
            case '$' -> "\\$";
            default -> Character.isJavaIdentifierPart(character) ? String.valueOf(character) : "\\" + character;
        };
    }
}
