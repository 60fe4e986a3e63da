package dev.fermata.exploring;

import dev.fermata.Coroutine;
import dev.fermata.loop.Task;
import java.util.List;

/** A few tasks that work on the same thing, and what has to be true of it whatever happens to them. */
public abstract class Scenario {
    private Runnable atPoint = () -> {};

    /** What the tasks do, in the order in which they are spawned; a task is known by its index. */
    public abstract List<Coroutine<?>> bodies();

    /** Once nothing moves any more: takes out what is left. Called several times, with turns of the loop in between. */
    public void drain() {}

    /**
     * What has to be true in the end.
     *
     * @param tasks those of {@link #bodies}; some may be cancelled, some may still wait
     */
    public abstract void check(List<Task<?>> tasks);

    /** To be called by the bodies between two operations: here another task, or the same, may be cancelled. */
    protected final void point() {
        atPoint.run();
    }

    final void onPoint(Runnable action) {
        atPoint = action;
    }
}
