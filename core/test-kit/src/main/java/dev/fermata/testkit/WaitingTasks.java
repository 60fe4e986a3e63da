package dev.fermata.testkit;

import dev.fermata.Coroutine;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.loop.TimerHandle;
import java.time.Duration;
import java.util.List;

/** Says of each task of a loop where it stands, from the method it runs down to what it awaits. */
final class WaitingTasks {
    private static final int MOST_TASKS = 50;
    private static final int MOST_METHODS = 20;

    private WaitingTasks() {}

    static String of(EventLoop loop) {
        return of(loop.tasks());
    }

    static String of(List<Task<?>> tasks) {
        if (tasks.isEmpty()) {
            return "(there are none)";
        }
        StringBuilder text = new StringBuilder();
        tasks.stream()
                .limit(MOST_TASKS)
                .forEach(task -> text.append("\n  ")
                        .append(task.name())
                        .append(": ")
                        .append(chain(task))
                        .append(wait(task)));
        if (tasks.size() > MOST_TASKS) {
            text.append("\n  and ").append(tasks.size() - MOST_TASKS).append(" more");
        }
        return text.toString();
    }

    private static String wait(Task<?> task) {
        Object awaited = task.awaited();
        if (awaited == null) {
            return ", which has its turn coming";
        }
        if (awaited instanceof TimerHandle timer) {
            return ", which sleeps for "
                    + Duration.ofNanos(timer.deadline() - task.loop().time());
        }
        return awaited instanceof Deferred ? ", which awaits the " + awaited : ", which awaits a " + awaited;
    }

    private static String chain(Task<?> task) {
        StringBuilder text = new StringBuilder();
        Object frame = task.coroutine();
        for (int methods = 0; frame instanceof Coroutine<?> coroutine; methods++) {
            if (methods == MOST_METHODS) {
                return text + " > ...";
            }
            text.append(methods == 0 ? "" : " > ").append(coroutine.toString().replaceFirst("^coroutine ", ""));
            frame = coroutine.delegate();
        }
        return text.toString();
    }
}
