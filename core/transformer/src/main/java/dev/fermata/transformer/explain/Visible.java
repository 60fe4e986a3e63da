package dev.fermata.transformer.explain;

/**
 * Shows the characters of foreign text that would do something. Control characters steer a terminal and have no place in
 * HTML, and those that turn the direction of text can hide code.
 */
final class Visible {
    private Visible() {}

    /** For text of any number of lines. */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), safe);
        }
        return safe.toString();
    }

    /** For what has to stay on its line; the JVM allows a line break in a name (JVMS 4.2.2). */
    static String onOneLine(String text) {
        return of(text).replace("\n", "\\u000a");
    }

    static void append(char c, StringBuilder safe) {
        boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turnsText = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        if (isControl || turnsText) {
            safe.append(String.format("\\u%04x", (int) c));
        } else {
            safe.append(c);
        }
    }
}
