package dev.fermata.tests.random.tree;

/** Writes a class as a source file that is easy to read. */
public final class SourceFile {
    private static final String HEAD = """
            package targets;

            import static dev.fermata.Coroutine.await;
            import static dev.fermata.Coroutine.suspend;
            import static dev.fermata.Generator.yieldFrom;

            import dev.fermata.Coroutine;
            import dev.fermata.Generator;
            import dev.fermata.GeneratorExit;
            import dev.fermata.Suspendable;
            import dev.fermata.tests.validation.Trial;
            import java.io.IOException;
            import java.util.Arrays;
            import java.util.Iterator;
            import java.util.Objects;
            import java.util.stream.Stream;

            """;

    private SourceFile() {}

    /**
     * Writes it.
     *
     * @param comment what stands above the class
     * @param className the simple name
     * @param members what is in it
     * @return the source, indented
     */
    public static String of(String comment, String className, Node members) {
        return HEAD + comment + "final class " + className + " {\n"
                + indented("private " + className + "() {}\n\n" + members.text(), 1) + "}\n";
    }

    /**
     * Writes a class that uses what is in another.
     *
     * @param other the simple name of the class whose static members it sees
     * @param className its simple name
     * @param members what is in it
     * @return the source, indented
     */
    public static String around(String other, String className, Node members) {
        return of("", className, members)
                .replace(
                        "import static dev.fermata.Coroutine.suspend;",
                        "import static targets." + other + ".*;\nimport static dev.fermata.Coroutine.suspend;");
    }

    /** Goes by braces at the ends of lines, of which there are as many as blocks. */
    private static String indented(String text, int outer) {
        StringBuilder result = new StringBuilder();
        int depth = outer;
        for (String line : text.split("\n")) {
            int change = (int) (line.chars().filter(c -> c == '{').count()
                    - line.chars().filter(c -> c == '}').count());
            int here = line.startsWith("}") ? depth - 1 : depth;
            result.append(line.isEmpty() ? "" : "    ".repeat(Math.max(0, here)))
                    .append(line)
                    .append('\n');
            depth += change;
        }
        return result.toString();
    }
}
