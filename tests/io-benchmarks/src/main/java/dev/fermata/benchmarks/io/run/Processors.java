package dev.fermata.benchmarks.io.run;

import java.io.IOException;
import java.util.List;

/**
 * Which processors the two sides run on: one each, if the system can bind a process to a processor and has two.
 *
 * @param server what the server's command begins with
 * @param client what the client's begins with
 */
record Processors(List<String> server, List<String> client) {
    private static final String BIND = "taskset";

    static Processors choose() throws InterruptedException {
        boolean canBind = Runtime.getRuntime().availableProcessors() > 1 && canBind();
        return canBind ? new Processors(bindTo(0), bindTo(1)) : new Processors(List.of(), List.of());
    }

    private static List<String> bindTo(int processor) {
        return List.of(BIND, "-c", Integer.toString(processor));
    }

    private static boolean canBind() throws InterruptedException {
        try {
            return new ProcessBuilder(BIND, "-c", "0,1", "true").start().waitFor() == 0;
        } catch (IOException e) { // how Java says that there is no such program
            return false;
        }
    }

    boolean areBound() {
        return !server.isEmpty();
    }
}
