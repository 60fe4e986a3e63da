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
    boolean isOver() {
        return false; // even no time at all takes a turn of the loop
    }

    @Override
    Object outcome() {
        throw new AssertionError("a sleep is never over from the start");
    }

    @Override
    public void park(Task<?> sleeping) {
        if (delay.isZero() || delay.isNegative()) {
            sleeping.wake(null);
        } else {
            task = sleeping;
            timer = sleeping.loop().callLater(delay, this::timeUp);
            sleeping.waitFor(this);
        }
    }

    /** The task goes on in the turn after the timer's, as it does when a timer completes a promise. */
    private void timeUp() {
        timer = null;
        task.wake(null);
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

    @Override
    void resumed() {
        if (timer != null) {
            stopTimer();
        }
    }

    @Override
    Object resultOf(Object input) {
        take(input);
        return result;
    }

    private void stopTimer() {
        timer.cancel();
        timer = null;
    }

    @Override
    protected String method() {
        return "EventLoop.sleep of " + delay;
    }
}
