package dev.fermata.agent.inspection;

/** What can be asked for: the static methods of {@code dev.fermata.inspect.Inspection}, and the MBean's operations. */
public enum View {
    /** A table of tasks for each loop. */
    PS("ps", "text"),

    /** Who waits for whom. */
    TREE("tree", "tree"),

    /** Everything, for programs. */
    JSON("json", "json");

    private final String word;
    private final String method;

    View(String word, String method) {
        this.word = word;
        this.method = method;
    }

    /** The name in the agent's options, and of the MBean's operation. */
    public String word() {
        return word;
    }

    /** The name of the method of {@code Inspection}. */
    String method() {
        return method;
    }
}
