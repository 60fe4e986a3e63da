package dev.fermata.agent.command;

/** What another JVM says may hold anything, and must not break a line or steer the terminal of whoever asks. */
public final class Printable {
    private Printable() {}

    /** One line of text. */
    public static String text(String foreign) {
        StringBuilder line = new StringBuilder(foreign.length());
        for (int at = 0; at < foreign.length(); at++) {
            char character = foreign.charAt(at);
            line.append(Character.isISOControl(character) ? ' ' : character);
        }
        return line.toString();
    }

    /** One line of JSON, which stays what it means: in its strings, such characters can also be written otherwise. */
    static String json(String foreign) {
        StringBuilder line = new StringBuilder(foreign.length());
        for (int at = 0; at < foreign.length(); at++) {
            char character = foreign.charAt(at);
            if (character < ' ') {
                line.append(' '); // can only stand between the tokens (RFC 8259, 2 and 7)
            } else if (Character.isISOControl(character)) {
                line.append(String.format("\\u%04x", (int) character));
            } else {
                line.append(character);
            }
        }
        return line.toString();
    }
}
