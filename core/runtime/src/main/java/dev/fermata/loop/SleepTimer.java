package dev.fermata.loop;

import dev.fermata.Cancellation;
import dev.fermata.frame.Frame;
import dev.fermata.internal.ContextMap;

/** The timer of a task that sleeps: all in one object, because there are many of them. */
final class SleepTimer extends TimerHandle implements Waitable, Runnable {
    private final Task<?> task;
    private final Object result;

    SleepTimer(TimerHeap heap, long deadline, ContextMap context, Task<?> task, Object result) {
        super(heap, deadline, null, context);
        this.task = task;
        this.result = result;
        runs(this);
    }

    /** The task goes on in the turn after the timer's, as it does when a timer completes a promise. */
    @Override
    public void run() {
        task.wake(result);
    }

    @Override
    public boolean cancel(String reason) {
        if (isOver()) {
            return false; // its time has come
        }
        cancel();
        task.wake(Frame.raising(new Cancellation(reason)));
        return true;
    }
}
