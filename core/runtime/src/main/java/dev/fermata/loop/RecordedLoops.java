package dev.fermata.loop;

import dev.fermata.jfr.LoopBlocked;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import jdk.jfr.FlightRecorder;

/** Looks at the recorded loops once in a period, on the recorder's thread, as long as anybody wants to know of blocked ones. */
final class RecordedLoops {
    /** A loop that is dropped without being closed is not kept. Guarded by itself. */
    private static final Set<LoopRecording> WATCHED = Collections.newSetFromMap(new WeakHashMap<>());

    static {
        FlightRecorder.addPeriodicEvent(LoopBlocked.class, RecordedLoops::look);
    }

    private RecordedLoops() {}

    static void watch(LoopRecording recording) {
        synchronized (WATCHED) {
            WATCHED.add(recording);
        }
    }

    static void watchNoMore(LoopRecording recording) {
        synchronized (WATCHED) {
            WATCHED.remove(recording);
        }
    }

    private static void look() {
        List<LoopRecording> all;
        synchronized (WATCHED) {
            all = List.copyOf(WATCHED);
        }
        all.forEach(LoopRecording::look);
    }
}
