package dev.fermata.agent;

import java.util.List;

/** Which classes the agent looks at, told by their names alone: every class of the JVM comes through here. */
final class ClassFilter {
    private static final String RUNTIME = "dev/fermata/";

    /** Those that are loaded often, first. */
    private static final String[] OWN = {
        "dev/fermata/frame/",
        "dev/fermata/loop/",
        "dev/fermata/internal/",
        "dev/fermata/context/",
        "dev/fermata/inspect/",
        "dev/fermata/jfr/",
        "dev/fermata/agent/"
    };

    private final String[] include;
    private final String[] exclude;

    ClassFilter(List<String> include, List<String> exclude) {
        this.include = include.toArray(new String[0]);
        this.exclude = exclude.toArray(new String[0]);
    }

    /** Whether a class of this internal name may be woven. */
    boolean admits(String name) {
        return !isPlatform(name)
                && !isFermata(name)
                && (include.length == 0 || startsWithAny(name, include))
                && !startsWithAny(name, exclude);
    }

    private static boolean isPlatform(String name) {
        return name.startsWith("java/")
                || name.startsWith("javax/")
                || name.startsWith("jdk/")
                || name.startsWith("sun/")
                || name.startsWith("com/sun/");
    }

    /** The runtime's own packages, one by one: others below {@code dev.fermata} hold users of it. */
    private static boolean isFermata(String name) {
        return name.startsWith(RUNTIME) && (name.indexOf('/', RUNTIME.length()) < 0 || startsWithAny(name, OWN));
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
