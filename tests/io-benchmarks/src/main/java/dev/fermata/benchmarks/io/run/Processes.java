package dev.fermata.benchmarks.io.run;

import java.util.List;

/** Processes whose errors are shown, and whose JVMs have no options but ours. */
final class Processes {
    private static final List<String> OPTIONS_OF_OTHERS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private Processes() {}

    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(OPTIONS_OF_OTHERS);
        return builder;
    }
}
