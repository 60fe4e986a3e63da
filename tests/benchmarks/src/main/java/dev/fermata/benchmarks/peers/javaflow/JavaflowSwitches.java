package dev.fermata.benchmarks.peers.javaflow;

import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** Suspends with a number again and again, below other calls, and is resumed with that number. */
public final class JavaflowSwitches implements Runnable {
    private final int switches;
    private final int depth;
    private long result;

    private JavaflowSwitches(int switches, int depth) {
        this.switches = switches;
        this.depth = depth;
    }

    /**
     * Drives one to its end.
     *
     * @param switches how often it suspends
     * @param depth how many calls are suspended each time
     * @return the sum of what it was resumed with, and one for each call above the innermost
     */
    public static long sumOfSwitches(int switches, int depth) {
        JavaflowSwitches code = new JavaflowSwitches(switches, depth);
        Continuation current = Continuation.startSuspendedWith(code, true).resume();
        while (current != null) {
            current = current.resume(current.value());
        }
        return code.result;
    }

    @Override
    public @continuable void run() {
        result = call(switches, depth);
    }

    private static @continuable long call(int switches, int depth) {
        if (depth > 1) {
            return call(switches, depth - 1) + 1;
        }
        long sum = 0;
        for (int i = 0; i < switches; i++) {
            Object echo = Continuation.suspend(i);
            sum += numberOf(echo);
        }
        return sum;
    }

    /** Apart, because JavaFlow's weaver fails at a call whose receiver is what {@code suspend} has just given. */
    private static int numberOf(Object value) {
        return (Integer) value;
    }
}
