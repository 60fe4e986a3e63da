package dev.fermata.agent;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the agent speaks: the stderr that the JVM started with. A stream that the application installs later may need
 * the very class that is being loaded.
 */
final class Console {
    private final PrintStream stderr = System.err;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    void say(String text) {
        stderr.println("fermata: " + text);
    }

    /** Says something unless it has been said: two loaders load one class, or one class is retransformed. */
    void sayOnce(String text) {
        if (said.add(text)) {
            say(text);
        }
    }
}
