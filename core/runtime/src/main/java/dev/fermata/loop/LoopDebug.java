package dev.fermata.loop;

import dev.fermata.frame.CallSite;
import java.lang.System.Logger.Level;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The debug mode of a loop: each kind of mistake is looked for by an observer of its own. Advice is logged as a warning; what
 * is lost for good goes to the exception handler of the loop.
 */
final class LoopDebug implements LoopObserver {
    /** As many methods as are shown of a stack. */
    private static final int SHOWN = 10;

    private final EventLoop loop;
    private final DebugOptions options;
    private final Map<Task<?>, CallSite> spawned = new IdentityHashMap<>();
    private final BlockedLoop blocked;
    private final LingeringTasks lingering;
    private final DroppedLoop dropped;
    private final List<LoopObserver> observers;

    LoopDebug(EventLoop loop, DebugOptions options) {
        this.loop = loop;
        this.options = options;
        this.blocked = new BlockedLoop(this);
        this.lingering = new LingeringTasks(this);
        this.dropped = new DroppedLoop(this);
        this.observers = List.of(this, new SlowSteps(this, blocked), blocked, lingering, dropped);
    }

    void begin() {
        observers.forEach(loop.observation()::add);
        Watchdog.watch(blocked);
        Watchdog.watch(lingering);
    }

    void end() {
        observers.forEach(loop.observation()::remove);
        Watchdog.forget(blocked);
        Watchdog.forget(lingering);
        dropped.forget();
    }

    EventLoop loop() {
        return loop;
    }

    DebugOptions options() {
        return options;
    }

    @Override
    public void taskSpawned(Task<?> task) {
        spawned.put(task, CallSite.here());
    }

    @Override
    public void taskEnded(Task<?> task) {
        spawned.remove(task);
    }

    @Override
    public void closedWhilePending(Task<?> task) {
        if (!loop.isShuttingDown()) { // which has said so already
            String message =
                    describe(task) + " was destroyed while pending, because its loop was closed: await it, or end"
                            + " the loop by EventLoop.shutDown, which cancels what is left and waits for it"
                            + section("it waited at", task.awaitStack());
            loop.report(new LoopFailure(loop, message, null, task));
        }
    }

    /** A task as the subject of a sentence, with where it was spawned, if that was in debug mode. The loop's thread. */
    String describe(Task<?> task) {
        return name(task) + (isSiteKnown(task) ? "," : "");
    }

    /** A task with where it was spawned. The loop's thread. */
    String name(Task<?> task) {
        return isSiteKnown(task)
                ? task + ", spawned at " + spawned.get(task).callers().get(0)
                : task.toString();
    }

    private boolean isSiteKnown(Task<?> task) {
        CallSite site = spawned.get(task);
        return site != null && !site.callers().isEmpty();
    }

    /** A part of a message: what the stack below it is, and the innermost methods of that; nothing if there is none. */
    static String section(String title, List<StackTraceElement> stack) {
        if (stack.isEmpty()) {
            return "";
        }
        return stack.size() <= SHOWN
                ? "\n" + title + CallSite.lines(stack)
                : "\n" + title + CallSite.lines(stack.subList(0, SHOWN)) + "\n\t... " + (stack.size() - SHOWN)
                        + " more";
    }

    static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }

    static void warn(String message) {
        Log.LOGGER.log(Level.WARNING, message);
    }
}
