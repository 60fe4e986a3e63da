package dev.fermata.loop;

import java.time.Duration;

/** Waits for a time to pass. */
final class Sleep extends WaitingFrame {
    private final Duration delay;
    private final Object result;

    Sleep(Duration delay, Object result) {
        this.delay = delay;
        this.result = result;
    }

    @Override
    public void park(Task<?> task) {
        if (Nanos.isPositive(delay)) {
            task.waitFor(task.loop().sleepTimer(delay, task, result));
        } else {
            task.wake(result);
        }
    }

    @Override
    protected String method() {
        return "EventLoop.sleep of " + delay;
    }
}
