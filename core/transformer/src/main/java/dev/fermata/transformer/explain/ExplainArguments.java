package dev.fermata.transformer.explain;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on the command line.
 *
 * @param target a file, directory, {@code jar!class}, or the name of a class on the class path
 * @param classPath where to look for it, and what to compile with
 * @param method the only method to show; null for all
 * @param sources where the sources may be
 * @param html the file to write as well; null for none
 */
record ExplainArguments(String target, List<Path> classPath, String method, SourceRoots sources, Path html) {
    static final String USAGE =
            "usage: explain <what> [--method <name>] [--source <directories>] [--html <file>] [-cp <path>]\n"
                    + "  <what>      Orders.class, a directory, app.jar, app.jar!com.acme.Orders, or with -cp a class name\n"
                    + "  --method    only the methods of this name\n"
                    + "  --source    where the sources are: src/main/java\n"
                    + "  --html      write a page as well\n"
                    + "  -cp         where to look for the class, and what it is compiled with if it has been woven before";

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it is wrong; the message says how
     */
    static ExplainArguments parse(String... arguments) {
        List<String> targets = new ArrayList<>();
        List<Path> classPath = new ArrayList<>();
        List<Path> sources = new ArrayList<>();
        String method = null;
        Path html = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--method" -> method = valueOf(arguments, i++);
                case "--source", "--sources" -> sources.addAll(paths(valueOf(arguments, i++)));
                case "--html" -> html = Path.of(valueOf(arguments, i++));
                case "-cp", "--class-path", "-classpath" -> classPath.addAll(paths(valueOf(arguments, i++)));
                default -> targets.add(target(arguments[i]));
            }
        }
        if (targets.size() != 1) {
            throw new IllegalArgumentException(
                    targets.isEmpty() ? "explain what?" : "more than one thing to explain: " + targets);
        }
        return new ExplainArguments(targets.get(0), classPath, method, new SourceRoots(sources), html);
    }

    private static String target(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("unknown option " + argument);
        }
        return argument;
    }

    private static String valueOf(String[] arguments, int option) {
        if (option + 1 == arguments.length) {
            throw new IllegalArgumentException(arguments[option] + " needs a value");
        }
        return arguments[option + 1];
    }

    private static List<Path> paths(String joined) {
        List<Path> paths = new ArrayList<>();
        for (String path : joined.split(File.pathSeparator)) {
            if (!path.isEmpty()) {
                paths.add(Path.of(path));
            }
        }
        return paths;
    }
}
