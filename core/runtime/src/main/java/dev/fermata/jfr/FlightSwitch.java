package dev.fermata.jfr;

import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/**
 * Whether this JVM records what loops do. To ask costs next to nothing as long as nobody has used the Flight Recorder: it
 * loads one small class of the JDK, while a single type of event would start the whole recorder, which takes longer than the
 * JVM itself to start.
 */
public final class FlightSwitch {
    /** Whether the JVM has been found to have no Flight Recorder. */
    private static volatile boolean isMissing;

    private FlightSwitch() {}

    /** The types, loaded only with the recorder. */
    private static final class Types {
        /** One of each: they are asked whether their type is enabled. */
        private static final List<Event> ALL = List.of(
                new TaskStart(),
                new TaskEnd(),
                new TaskStep(),
                new TaskSuspended(),
                new SlowStep(),
                new LoopBlocked(),
                new TaskCancelled(),
                new CoroutineDropped());

        static boolean isAnyEnabled() {
            for (Event type : ALL) {
                if (type.isEnabled()) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Any thread may ask.
     *
     * @return true if a recording runs that wants events of ours
     */
    public static boolean isOn() {
        return !isMissing && isRecorderUsed() && Types.isAnyEnabled();
    }

    private static boolean isRecorderUsed() {
        try {
            return FlightRecorder.isInitialized();
        } catch (
                LinkageError absent) { // a JVM without the module jdk.jfr, or one that had not resolved it at its start
            isMissing = true;
            return false;
        }
    }
}
