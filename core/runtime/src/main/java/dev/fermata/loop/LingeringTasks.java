package dev.fermata.loop;

import dev.fermata.frame.CallSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells of tasks that have been asked to stop and do not: that end with a value though a cancellation was thrown in them, or
 * go on for long. Whoever takes the request back ({@link Task#uncancel}), as a timeout does, has answered it.
 *
 * <p>How long counts by the clock of the loop. It is looked at when the task makes a step, and because it may make none, now
 * and then by the {@link Watchdog}: therefore the requests are guarded by this.
 */
final class LingeringTasks implements LoopObserver, Watchdog.Watched {
    private static final String ADVICE =
            "Throw the Cancellation on after cleaning up; code that means to go on takes the request back by Task.uncancel";

    private final LoopDebug debug;
    private final long limit;
    private final Map<Task<?>, Request> requests = new LinkedHashMap<>();

    /** The first request to a task that has not been taken back. */
    private static final class Request {
        private final String task;
        private final CallSite asked = CallSite.here();
        private final long since;

        /** Where the task stood when the cancellation was thrown; null until then. */
        private List<StackTraceElement> thrown;

        private boolean isTold;

        Request(String task, String reason, long since) {
            this.task = task + " was asked to stop" + (reason == null ? "" : " (" + reason + ")");
            this.since = since;
        }

        String origin() {
            return LoopDebug.section("it was asked at", asked.callers())
                    + (thrown == null ? "" : LoopDebug.section("the Cancellation was thrown at", thrown));
        }
    }

    LingeringTasks(LoopDebug debug) {
        this.debug = debug;
        this.limit = Nanos.of(debug.options().lingering());
    }

    @Override
    public synchronized void cancellationRequested(Task<?> task, String reason) {
        if (task.cancelling() == 1 || !requests.containsKey(task)) {
            requests.put(
                    task, new Request(debug.describe(task), reason, debug.loop().time()));
        }
    }

    @Override
    public synchronized void cancellationDelivered(Task<?> task) {
        Request request = requests.get(task);
        if (request != null) {
            request.thrown = task.awaitStack();
        }
    }

    @Override
    public synchronized void stepBegins(Task<?> task) {
        Request request = requests.get(task);
        if (request != null) {
            look(task, request, debug.loop().time());
        }
    }

    @Override
    public synchronized void taskEnded(Task<?> task) {
        Request request = requests.remove(task);
        if (request != null && request.thrown != null && task.cancelling() > 0 && task.hasValue()) {
            LoopDebug.warn(
                    request.task + " and has ended with a value, as if it had not been. " + ADVICE + request.origin());
        }
    }

    @Override
    public long nanosBetweenLooks() {
        return limit / 4;
    }

    @Override
    public synchronized void look(long now) {
        if (!requests.isEmpty()) {
            long time = debug.loop().time();
            requests.forEach((task, request) -> look(task, request, time));
        }
    }

    private void look(Task<?> task, Request request, long time) {
        long nanos = time - request.since;
        if (nanos > limit && !request.isTold && task.cancelling() > 0) {
            request.isTold = true;
            LoopDebug.warn(request.task + " and still goes on after " + LoopDebug.millis(nanos) + ". " + ADVICE
                    + request.origin() + LoopDebug.section("now it is at", task.awaitStack()));
        }
    }
}
