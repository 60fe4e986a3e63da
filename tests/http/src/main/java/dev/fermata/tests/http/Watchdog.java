package dev.fermata.tests.http;

import dev.fermata.loop.CallbackHandle;
import dev.fermata.loop.EventLoop;

/**
 * One deadline that is moved again and again. To move it to a later time costs nothing: the timer is set anew only when it
 * has rung too early.
 */
final class Watchdog {
    private final EventLoop loop = EventLoop.current();
    private final Runnable onExpiry;
    private boolean isOn;
    private long deadline;

    /** Null if no timer is set. */
    private CallbackHandle alarm;

    /** When the timer rings. */
    private long alarmTime;

    Watchdog(Runnable onExpiry) {
        this.onExpiry = onExpiry;
    }

    /** Barks after so many nanoseconds, and not at what was said before. */
    void expect(long nanos) {
        isOn = true;
        deadline = loop.time() + nanos;
        if (alarm == null) {
            setAlarm();
        } else if (deadline - alarmTime < 0) {
            alarm.cancel();
            setAlarm();
        }
    }

    /** Lets time pass. */
    void rest() {
        isOn = false;
    }

    /** Leaves no timer behind. */
    void stop() {
        isOn = false;
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void setAlarm() {
        alarmTime = deadline;
        alarm = loop.callAt(deadline, this::ring);
    }

    private void ring() {
        alarm = null;
        if (!isOn) {
            return;
        }
        if (deadline - loop.time() > 0) {
            setAlarm();
        } else {
            isOn = false;
            onExpiry.run();
        }
    }
}
