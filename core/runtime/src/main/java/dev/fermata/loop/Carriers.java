package dev.fermata.loop;

import dev.fermata.context.ThreadCarrier;
import dev.fermata.internal.ContextMap;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The thread-locals that follow the tasks of a loop. Their values stand among those of the context variables, with the
 * carrier as the key.
 */
final class Carriers {
    private static final ThreadCarrier[] NONE = {};

    private final EventLoop loop;

    /** Never changed in place: other threads read it, too. */
    private volatile ThreadCarrier[] all = NONE;

    /** What is on the loop's thread, the latest first, by the step that it belongs to: a step may begin another. */
    private final Deque<OfStep> installed = new ArrayDeque<>();

    private record OfStep(int depth, ThreadCarrier.Installed value) {}

    Carriers(EventLoop loop) {
        this.loop = loop;
    }

    /** The loop's thread; what the step that runs puts on the thread from now on is its own. */
    void add(ThreadCarrier carrier, int depth) {
        ThreadCarrier[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = carrier;
        all = more;
        if (depth > 0) {
            install(carrier, carrier.capture(), depth);
        }
    }

    /** Any thread: adds what is on it. */
    ContextMap capture(ContextMap map) {
        ContextMap with = map;
        for (ThreadCarrier carrier : all) {
            with = with.with(carrier, carrier.capture());
        }
        return with;
    }

    /** The loop's thread begins a step. */
    void enter(ContextMap map, int depth) {
        for (ThreadCarrier carrier : all) {
            try {
                install(carrier, valueIn(map, carrier), depth);
            } catch (Throwable failure) {
                report(failure);
            }
        }
    }

    /** The loop's thread ends a step; gives the values as the step has left them. */
    ContextMap leave(ContextMap map, int depth) {
        ContextMap left = map;
        try {
            left = capture(map);
        } catch (Throwable failure) {
            report(failure);
        }
        while (!installed.isEmpty() && installed.peek().depth() == depth) {
            takeOff(installed.pop().value());
        }
        return left;
    }

    /** Any thread: runs something with values on it. */
    void runWith(ContextMap map, Runnable what) {
        Deque<ThreadCarrier.Installed> values = new ArrayDeque<>();
        try {
            for (ThreadCarrier carrier : all) {
                if (map.contains(carrier)) {
                    values.push(carrier.install(map.get(carrier, null)));
                }
            }
            what.run();
        } finally {
            values.forEach(ThreadCarrier.Installed::close);
        }
    }

    /** Without a value, the thread's own is installed once more, so that it is put back after the step. */
    private static Object valueIn(ContextMap map, ThreadCarrier carrier) {
        return map.contains(carrier) ? map.get(carrier, null) : carrier.capture();
    }

    private void install(ThreadCarrier carrier, Object value, int depth) {
        installed.push(new OfStep(depth, carrier.install(value)));
    }

    private void takeOff(ThreadCarrier.Installed value) {
        try {
            value.close();
        } catch (Throwable failure) {
            report(failure);
        }
    }

    /** A task is not to fail, much less the loop, because a logger has. */
    private void report(Throwable failure) {
        EventLoop.rethrowIfFatal(failure);
        loop.report(new LoopFailure(loop, "a thread carrier failed", failure, null));
    }
}
