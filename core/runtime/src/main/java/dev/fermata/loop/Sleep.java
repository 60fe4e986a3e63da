package dev.fermata.loop;

import dev.fermata.Cancellation;
import dev.fermata.frame.Frame;
import java.time.Duration;

/** Waits for a time to pass. */
final class Sleep extends WaitingFrame implements Waitable {
    private final Duration delay;
    private final Object result;
    private Task<?> task;
    private TimerHandle timer;

    Sleep(Duration delay, Object result) {
        this.delay = delay;
        this.result = result;
    }

    @Override
    public void park(Task<?> sleeping) {
        if (EventLoop.isPositive(delay)) {
            task = sleeping;
            timer = sleeping.loop().callLater(delay, this::timeUp);
            sleeping.waitFor(this);
        } else {
            sleeping.wake(result);
        }
    }

    /** The task goes on in the turn after the timer's, as it does when a timer completes a promise. */
    private void timeUp() {
        timer = null;
        task.wake(result);
    }

    @Override
    public boolean cancel(String reason) {
        if (timer == null) {
            return false;
        }
        stopTimer();
        task.wake(Frame.raising(new Cancellation(reason)));
        return true;
    }

    /** Nobody will be woken any more. */
    void abandon() {
        if (timer != null) {
            stopTimer();
        }
    }

    private void stopTimer() {
        timer.cancel();
        timer = null;
    }

    @Override
    protected String method() {
        return "EventLoop.sleep";
    }
}
