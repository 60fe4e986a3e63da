package dev.fermata.loop;

import dev.fermata.frame.CallSite;
import java.lang.ref.Cleaner;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells of a loop that is dropped without having been closed, and of the tasks that are lost with it. What is told is kept as
 * text: a reference to anything of the loop would keep it from being dropped.
 */
final class DroppedLoop implements LoopObserver {
    private final LoopDebug debug;
    private final Map<Task<?>, Long> numbers = new IdentityHashMap<>();
    private final Obituary obituary;
    private final Cleaner.Cleanable watched;
    private long made;

    /**
     * Those that were there at the start, until the loop is between two steps: who was within a step then, and it was the
     * last, has ended for other observers than this.
     */
    private List<Task<?>> unsure;

    /** One thread for all loops; not made before the first that is in debug mode. */
    private static final class Cleaning {
        static final Cleaner CLEANER = Cleaner.create();
    }

    private static final class Obituary implements Runnable {
        private final CallSite begun;
        private final Map<Long, String> pending = new LinkedHashMap<>();
        private boolean isClosed;

        Obituary(CallSite begun) {
            this.begun = begun;
        }

        synchronized void add(long number, String task) {
            pending.put(number, task);
        }

        synchronized void remove(long number) {
            pending.remove(number);
        }

        synchronized void close() {
            isClosed = true;
        }

        @Override
        public synchronized void run() {
            if (!isClosed) {
                LoopDebug.warn("an event loop was dropped without being closed: end it by EventLoop.shutDown or close"
                        + LoopDebug.section("its debug mode began at", begun.callers())
                        + (pending.isEmpty()
                                ? ""
                                : "\npending tasks that are lost with it\n\t" + String.join("\n\t", pending.values())));
            }
        }
    }

    DroppedLoop(LoopDebug debug) {
        this.debug = debug;
        this.obituary = new Obituary(CallSite.here());
        this.unsure = debug.loop().tasks();
        unsure.forEach(this::add);
        this.watched = Cleaning.CLEANER.register(debug.loop(), obituary);
    }

    /** The loop has been closed, or is not looked after any more. */
    void forget() {
        obituary.close();
        watched.clean();
    }

    @Override
    public void taskSpawned(Task<?> task) {
        add(task);
    }

    @Override
    public void taskEnded(Task<?> task) {
        Long number = numbers.remove(task);
        if (number != null) {
            obituary.remove(number);
        }
    }

    @Override
    public void callbackBegins(Object callback) {
        settle();
    }

    @Override
    public void waitBegins() {
        settle();
    }

    private void settle() {
        unsure.stream().filter(Task::isDone).forEach(this::taskEnded);
        unsure = List.of();
    }

    private void add(Task<?> task) {
        numbers.put(task, ++made);
        obituary.add(made, debug.name(task));
    }
}
