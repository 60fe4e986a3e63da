package unrelated;

/** A pattern: loops and branches over characters. */
public class Scanner {
    private static final String OPERATORS = "+-*/%<>=!&|^";

    private final String text;
    private int at;
    private int line = 1;
    private String token;

    /** Starts at the beginning. */
    public Scanner(String text) {
        this.text = text;
    }

    /** Reads the next token; false at the end. */
    public boolean next() {
        skipSpace();
        if (at >= text.length()) {
            token = null;
            return false;
        }
        int start = at;
        char first = text.charAt(at++);
        if (Character.isLetter(first)) {
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
        } else if (Character.isDigit(first)) {
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
        } else if (OPERATORS.indexOf(first) < 0) {
            throw new IllegalStateException("unexpected " + first + " in line " + line);
        }
        token = text.substring(start, at);
        return true;
    }

    /** What kind of token this is. */
    public String kind() {
        switch (token) {
            case "if":
            case "else":
            case "while":
            case "return":
                return "keyword";
            case "true":
            case "false":
            case "null":
                return "literal";
            default:
                return Character.isDigit(token.charAt(0)) ? "number" : "name";
        }
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            if (text.charAt(at) == '\n') {
                line++;
            }
            at++;
        }
    }
}
