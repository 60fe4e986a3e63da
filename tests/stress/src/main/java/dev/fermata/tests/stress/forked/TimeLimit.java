package dev.fermata.tests.stress.forked;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Ends the JVM when its time is up, and tells what the threads were doing. */
final class TimeLimit {
    /** What the JVM ends with then. */
    private static final int EXIT_CODE = 3;

    private TimeLimit() {}

    static void start(long seconds, Protocol protocol) {
        Thread watch = new Thread(() -> await(seconds, protocol), "time limit");
        watch.setDaemon(true);
        watch.start();
    }

    private static void await(long seconds, Protocol protocol) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            return; // by a test that interrupts all threads; the parent process has a limit of its own
        }
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            if (each.getKey() != Thread.currentThread() && each.getValue().length > 0) {
                protocol.hanging(each.getKey().getName() + " (" + each.getKey().getState() + ")");
                for (StackTraceElement element : each.getValue()) {
                    protocol.hanging("    at " + element);
                }
            }
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
