package dev.fermata.loop;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What things of a loop are called in recordings: short, and the same for all of a kind, so that they can be counted. */
final class Names {
    private static final String LAMBDA = "$$Lambda";
    private static final String COROUTINE = "coroutine ";

    private Names() {}

    /** What a task waits for, as {@link Task#awaited} gives it. */
    static String ofAwaited(Object awaited) {
        if (awaited == null) {
            return "its turn";
        }
        if (awaited instanceof Task<?> task) {
            return "task " + task.name();
        }
        if (awaited instanceof SleepTimer) {
            return "sleep";
        }
        if (awaited instanceof Promise) {
            return "promise";
        }
        return awaited instanceof CompletableFuture ? awaited.getClass().getSimpleName() : awaited.toString();
    }

    /** A callback, by its class: the name of a lambda's changes from run to run. */
    static String ofCallback(Object callback) {
        if (callback instanceof SleepTimer) {
            return "end of a sleep";
        }
        String name = callback.getClass().getName();
        int lambda = name.indexOf(LAMBDA);
        return "callback " + (lambda < 0 ? name : "in " + name.substring(0, lambda));
    }

    /** What a task runs, without saying that it is a coroutine. */
    static String ofCoroutine(Task<?> task) {
        String name = task.coroutine().toString();
        return name.startsWith(COROUTINE) ? name.substring(COROUTINE.length()) : name;
    }

    static String ofTask(Task<?> task) {
        return task == null ? null : task.name();
    }

    /** A stack, one method to a line; null if there is none. */
    static String ofStack(List<StackTraceElement> stack) {
        if (stack.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (StackTraceElement place : stack) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(ofPlace(place));
        }
        return text.toString();
    }

    /** A method with its line; null if there is none. */
    static String ofPlace(StackTraceElement place) {
        if (place == null) {
            return null;
        }
        String line = place.getLineNumber() > 0 ? ":" + place.getLineNumber() : "";
        return place.getClassName() + '.' + place.getMethodName() + '(' + place.getFileName() + line + ')';
    }
}
