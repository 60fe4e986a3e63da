package dev.fermata.loop;

import dev.fermata.internal.DebugMode;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Finds out, in debug mode, that something which belongs to one loop at a time is used by another thread: for those who build
 * what tasks share, such as locks, queues and streams, which do not know their loop. Whoever uses it on the thread of a loop
 * takes it for that loop; a thread that does not run this loop must keep off as long as the loop runs.
 *
 * <p>Does nothing without the system property {@code fermata.debug=true}, and costs nothing then.
 */
public final class Confinement {
    /** What is confined has identity equality, so a weak map serves; guarded by itself. */
    private static final Map<Object, WeakReference<EventLoop>> USERS = new WeakHashMap<>();

    private Confinement() {}

    /**
     * Says that something is being used by this thread.
     *
     * @param confined what is used, not null; its equality is its identity
     * @param operation class and method that use it, for the message
     * @throws IllegalStateException in debug mode, if another thread runs the loop that uses it
     */
    public static void check(Object confined, String operation) {
        if (DebugMode.ON) {
            use(confined, EventLoop.currentOrNull(), operation);
        }
    }

    /** Says whose it is before it is used the first time. */
    static void bind(Object confined, EventLoop loop) {
        if (DebugMode.ON) {
            synchronized (USERS) {
                USERS.put(confined, new WeakReference<>(loop));
            }
        }
    }

    private static void use(Object confined, EventLoop loop, String operation) {
        synchronized (USERS) {
            WeakReference<EventLoop> known = USERS.get(confined);
            EventLoop user = known == null ? null : known.get();
            if (user == loop) {
                return;
            }
            if (user != null) {
                user.refuseOtherThread(operation); // unless it is at rest
            }
            if (loop != null) {
                USERS.put(confined, new WeakReference<>(loop));
            }
        }
    }
}
