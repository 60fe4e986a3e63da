package dev.fermata.loop;

import java.time.Duration;

/** Waits for a time to pass. */
final class Sleep extends WaitingFrame {
    private final Duration delay;
    private TimerHandle timer;

    Sleep(Duration delay) {
        this.delay = delay;
    }

    @Override
    boolean isOver() {
        return false; // even no time at all takes a turn of the loop
    }

    @Override
    Object outcome() {
        return null;
    }

    @Override
    void subscribe(EventLoop loop) {
        if (delay.isZero()) {
            wake(null);
        } else {
            timer = loop.callLater(delay, () -> wakeNow(null));
        }
    }

    @Override
    void unsubscribe() {
        if (timer != null) {
            timer.cancel();
        }
    }

    @Override
    protected String method() {
        return "EventLoop.sleep";
    }
}
