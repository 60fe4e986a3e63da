package dev.fermata.loop;

import dev.fermata.internal.DebugMode;
import dev.fermata.jfr.FlightSwitch;

/** Who looks on at a loop: its debug mode, the JVM's recorder, anybody else. Confined to the loop's thread. */
final class Observation {
    private final EventLoop loop;

    /** Null as long as nobody observes the loop. */
    private Observers observers;

    /** Null unless the debug mode is on. */
    private LoopDebug debug;

    /** Null until the JVM records for the first time. */
    private LoopRecording recording;

    private boolean isRecorded;

    Observation(EventLoop loop) {
        this.loop = loop;
    }

    /** The loop has been made. */
    void begin() {
        lookForRecorder();
        if (DebugMode.ON) {
            debugWith(DebugOptions.defaults());
        }
    }

    /** The loop has been closed. */
    void end() {
        if (isRecorded) {
            isRecorded = false;
            recording.stop();
        }
        debugWith(null);
    }

    /** Those who observe; null if nobody does. */
    Observers observers() {
        return observers;
    }

    /** From now on somebody is told what happens. */
    void add(LoopObserver observer) {
        observers = Observers.with(observers, loop, observer);
        loop.attend();
    }

    /** Takes that back. */
    void remove(LoopObserver observer) {
        observers = Observers.without(observers, observer);
        loop.attend();
    }

    boolean isDebug() {
        return debug != null;
    }

    /** Turns the debug mode on, or off by null. */
    void debugWith(DebugOptions options) {
        if (debug != null) {
            debug.end();
            debug = null;
        }
        if (options != null) {
            debug = new LoopDebug(loop, options);
            debug.begin();
        }
    }

    /** Has the loop recorded, or no more, if somebody has switched the JVM's recorder on or off. Between steps. */
    void lookForRecorder() {
        if (FlightSwitch.isOn() != isRecorded) {
            isRecorded = !isRecorded;
            if (!isRecorded) {
                recording.stop();
                return;
            }
            if (recording == null) {
                recording = new LoopRecording(loop);
            }
            recording.start();
        }
    }
}
