package dev.fermata.transformer.explain;

/** Writes markup. Every text and every value of an attribute passes through {@link #escape}, whatever it is. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Opens an element; names and values of attributes alternate. */
    void open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
    }

    void close(String name) {
        out.append("</").append(name).append(">\n");
    }

    void text(String text) {
        out.append(escape(text));
    }

    /** An element that holds nothing but text. */
    void element(String name, String text, String... attributes) {
        open(name, attributes);
        text(text);
        close(name);
    }

    /** An element that closes itself. */
    void empty(String name, String... attributes) {
        open(name, attributes);
        out.append('\n');
    }

    /** What is the page's own: style and script. */
    void raw(String own) {
        out.append(own);
    }

    /** Also what only browsers of the past, or of text that reads right to left, make something of. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> Visible.append(c, safe);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
