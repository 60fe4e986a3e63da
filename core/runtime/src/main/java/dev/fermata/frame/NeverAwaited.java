package dev.fermata.frame;

import dev.fermata.internal.DebugMode;
import dev.fermata.jfr.CoroutineDropped;
import dev.fermata.jfr.FlightSwitch;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Reports coroutines that are dropped without ever being started: almost always a forgotten {@code await}.
 *
 * <p>Only with the system property {@code fermata.debug=true}, because it costs a registration per coroutine; when off,
 * the checks fold away. Warnings, with where the coroutine was made, go to the {@link System.Logger} named {@code dev.fermata}.
 */
final class NeverAwaited {
    static final boolean WATCHING = DebugMode.ON;

    private static final Cleaner CLEANER = WATCHING ? Cleaner.create() : null;

    /** Frames have identity equality, so a weak map serves; guarded by itself. */
    private static final Map<Frame, Report> WATCHED = new WeakHashMap<>();

    private NeverAwaited() {}

    static void watch(CoroutineFrame frame) {
        Report report = new Report(CallSite.here());
        synchronized (WATCHED) {
            WATCHED.put(frame, report);
        }
        CLEANER.register(frame, report);
    }

    static void started(Frame frame) {
        Report report;
        synchronized (WATCHED) {
            report = WATCHED.remove(frame);
        }
        if (report != null) {
            report.started = true;
        }
    }

    /** Does not know the coroutine, which could not be dropped otherwise. */
    private static final class Report implements Runnable {
        private final CallSite made;
        private volatile boolean started;

        Report(CallSite made) {
            this.made = made;
        }

        @Override
        public void run() {
            if (!started) {
                // not looked up before, because that starts the JDK's logging, and every generator uses this class
                System.getLogger("dev.fermata")
                        .log(
                                Level.WARNING,
                                "coroutine " + made.called()
                                        + " was never awaited, so nothing of it has run: await it, start it as a task by"
                                        + " EventLoop.spawn, or close it\nit was made at" + made);
                if (FlightSwitch.isOn()) {
                    CoroutineDropped.neverAwaited(made.called(), made.toString());
                }
            }
        }
    }
}
