package dev.fermata.loop;

import dev.fermata.inspect.Inspection;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The loops of this JVM that are not closed, for those who want to look at them. Does not keep them alive. Any thread. */
final class OpenLoops {
    /** By identity, for loops have no equals; guarded by itself. */
    private static final Map<EventLoop, Integer> OPEN = new WeakHashMap<>();

    private static int made;

    private OpenLoops() {}

    static void add(EventLoop loop) {
        boolean isFirst;
        synchronized (OPEN) {
            OPEN.put(loop, ++made);
            isFirst = made == 1;
        }
        if (isFirst && Boolean.getBoolean("fermata.jmx")) {
            registerMBean();
        }
    }

    /** Who cannot be looked at can still run. */
    private static void registerMBean() {
        try {
            Inspection.registerMBean();
        } catch (LinkageError | IllegalStateException e) { // a JVM without java.management, or one that refuses
            Log.LOGGER.log(Level.WARNING, "fermata.jmx is set, but the MBean of the loops could not be registered", e);
        }
    }

    static void remove(EventLoop loop) {
        synchronized (OPEN) {
            OPEN.remove(loop);
        }
    }

    /** In the order in which they were made. */
    static List<EventLoop> all() {
        synchronized (OPEN) {
            List<EventLoop> all = new ArrayList<>(OPEN.keySet());
            all.sort(Comparator.comparing(OPEN::get));
            return all;
        }
    }

    /** Counted from 1; 0 if it is closed. */
    static int numberOf(EventLoop loop) {
        synchronized (OPEN) {
            return OPEN.getOrDefault(loop, 0);
        }
    }
}
