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
 * and then by the {@link Watchdog}: therefore the requests are guarded by this. The clock and the logger are others' and may
 * wait for the loop: they are asked without that lock.
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
        private volatile List<StackTraceElement> thrown;

        /** Guarded as the requests are. */
        private boolean isTold;

        Request(String task, String reason, long since) {
            this.task = task + " was asked to stop" + (reason == null ? "" : " (" + reason + ")");
            this.since = since;
        }

        String origin() {
            List<StackTraceElement> stack = thrown;
            return LoopDebug.section("it was asked at", asked.callers())
                    + (stack == null ? "" : LoopDebug.section("the Cancellation was thrown at", stack));
        }
    }

    LingeringTasks(LoopDebug debug) {
        this.debug = debug;
        this.limit = Nanos.of(debug.options().lingering());
    }

    @Override
    public void cancellationRequested(Task<?> task, String reason) {
        if (task.cancelling() == 1 || requestTo(task) == null) {
            put(task, new Request(debug.describe(task), reason, debug.loop().time()));
        }
    }

    @Override
    public void cancellationDelivered(Task<?> task) {
        Request request = requestTo(task);
        if (request != null) {
            request.thrown = task.awaitStack();
        }
    }

    @Override
    public void stepBegins(Task<?> task) {
        Request request = requestTo(task);
        if (request != null) {
            look(task, request, debug.loop().time());
        }
    }

    @Override
    public void taskEnded(Task<?> task) {
        Request request = remove(task);
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
    public void look(long now) {
        Map<Task<?>, Request> copy = copy();
        if (!copy.isEmpty()) {
            long time = debug.loop().time();
            copy.forEach((task, request) -> look(task, request, time));
        }
    }

    private void look(Task<?> task, Request request, long time) {
        long nanos = time - request.since;
        if (nanos > limit && task.cancelling() > 0 && tell(task, request)) {
            LoopDebug.warn(request.task + " and still goes on after " + LoopDebug.millis(nanos) + ". " + ADVICE
                    + request.origin() + LoopDebug.section("now it is at", task.awaitStack()));
        }
    }

    private synchronized Request requestTo(Task<?> task) {
        return requests.get(task);
    }

    private synchronized void put(Task<?> task, Request request) {
        requests.put(task, request);
    }

    private synchronized Request remove(Task<?> task) {
        return requests.remove(task);
    }

    private synchronized Map<Task<?>, Request> copy() {
        return requests.isEmpty() ? Map.of() : new LinkedHashMap<>(requests);
    }

    /** False if it has been told of before, or the task has ended since somebody looked. */
    private synchronized boolean tell(Task<?> task, Request request) {
        if (request.isTold || requests.get(task) != request) {
            return false;
        }
        request.isTold = true;
        return true;
    }
}
