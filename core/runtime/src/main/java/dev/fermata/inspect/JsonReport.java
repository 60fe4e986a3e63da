package dev.fermata.inspect;

import dev.fermata.loop.LoopView;
import dev.fermata.loop.TaskView;
import java.util.List;

/** The views as JSON. */
final class JsonReport {
    private JsonReport() {}

    static String of(List<LoopView> loops) {
        Json json = new Json();
        json.array(loops, JsonReport::write);
        return json.toString();
    }

    private static void write(Json json, LoopView loop) {
        json.open();
        json.member("number", loop.number());
        json.member("state", loop.state().name());
        json.member("thread", loop.thread());
        json.name("threadStack").array(loop.threadStack(), (out, element) -> out.string(element.toString()));
        json.name("statistics").open();
        json.member("tasks", loop.statistics().tasks());
        json.member("ready", loop.statistics().ready());
        json.member("timers", loop.statistics().timers());
        json.close();
        json.name("tasks").array(loop.tasks(), JsonReport::write);
        json.name("deadlocks")
                .array(
                        Deadlocks.of(loop),
                        (out, ring) -> out.array(ring, (inner, task) -> inner.number(task.number())));
        json.close();
    }

    private static void write(Json json, TaskView task) {
        json.open();
        json.member("number", task.number());
        json.member("name", task.name());
        json.member("coroutine", task.coroutine());
        json.member("state", task.state().name());
        json.member("age", task.age().toMillis());
        json.member("waitsFor", task.waitsFor());
        json.member("timeLeft", task.timeLeft() == null ? null : task.timeLeft().toMillis());
        json.name("waitsForTasks").array(task.waitsForTasks(), (out, number) -> out.number(number));
        json.name("awaitedBy").array(task.awaitedBy(), (out, number) -> out.number(number));
        json.member("cancelRequests", task.cancelRequests());
        json.name("awaitStack").array(task.awaitStack(), (out, element) -> out.string(element.toString()));
        json.close();
    }
}
