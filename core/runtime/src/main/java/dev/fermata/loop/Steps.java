package dev.fermata.loop;

import dev.fermata.context.ThreadCarrier;
import dev.fermata.internal.ContextHolder;
import dev.fermata.internal.ContextMap;

/**
 * What the thread of a loop is in: the steps and callbacks that have begun and not ended, each begun by the one before, with
 * the task and the context that belong to them. A step of which nobody has changed the context, which is nearly every one,
 * writes no reference here: that is dear when the loop is older than what it runs.
 */
final class Steps {
    private final Carriers carriers;
    private final ReadyQueue ready;

    /** Whether there are carriers: a field, because it is looked at twice in every step. */
    private boolean carries;

    /** The context of the thread that runs the loop; null while none does. */
    private ContextHolder holder;

    private int depth;

    /** The innermost task whose step another step has begun, instead of the queue; or null. */
    private Task<?> begun;

    Steps(Carriers carriers, ReadyQueue ready) {
        this.carriers = carriers;
        this.ready = ready;
    }

    /** This thread runs the loop from now on. */
    void beginOnThread() {
        holder = ContextHolder.ofThread();
    }

    void endOnThread() {
        holder = null;
    }

    /** What the step that runs puts on the thread from now on is its own. */
    void carry(ThreadCarrier carrier) {
        carries = true;
        carriers.add(carrier, depth);
    }

    /** Whether something has to be done at the beginning and the end of each step. */
    boolean carries() {
        return carries;
    }

    /** The task that the thread is in; null if it is in a callback, or in nothing. */
    Task<?> runningTask() {
        if (begun != null) {
            return begun;
        }
        return depth > 0 ? ready.firstTask() : null;
    }

    /** Says that a task is about to make a step out of its turn; gives the one that had said so before. */
    Task<?> begin(Task<?> task) {
        Task<?> outer = begun;
        begun = task;
        return outer;
    }

    /** Takes that back after the step. */
    void end(Task<?> outer) {
        begun = outer;
    }

    /** Changes the context that the thread is in for one step; gives the former one. */
    ContextMap enter(ContextMap entered) {
        ContextMap outer = holder.map();
        if (outer != entered) {
            holder.set(entered);
        }
        depth++;
        if (carries) {
            carriers.enter(entered, depth);
        }
        return outer;
    }

    /** Changes it back after the step; gives the context as the step has left it. */
    ContextMap leave(ContextMap outer) {
        ContextMap left = holder.map();
        if (left != outer) {
            holder.set(outer);
        }
        int ended = depth--;
        return carries ? carriers.leave(left, ended) : left;
    }

    /** What something begun now is to run in later. */
    ContextMap capture() {
        ContextMap map = (holder == null ? ContextHolder.ofThread() : holder).map();
        return carries ? carriers.capture(map) : map;
    }
}
