package dev.fermata.tests.conformance.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import dev.fermata.tasks.Waited;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import java.time.Duration;
import java.util.List;

/** Waiting for some: {@code wait} and {@code as_completed}. */
public final class Waiting extends SeveralTasks {
    @Scenario("AIO-42")
    public void neither_a_normal_end_nor_a_cancellation_ends_a_wait_for_the_first_error() {
        EventLoop.run(firstError());
    }

    private static List<String> names(List<? extends Task<?>> tasks) {
        return tasks.stream().map(Task::name).sorted().toList();
    }

    @Suspendable
    private static Coroutine<Void> cancelLater(Task<?> victim) {
        await(turns(2));
        victim.cancel();
        return null;
    }

    @Suspendable
    private Coroutine<Void> firstError() {
        EventLoop loop = EventLoop.current();
        Task<Void> a = loop.spawn("a", turns(1));
        Task<Void> b = loop.spawn("b", forEver());
        Task<Void> c = loop.spawn("c", after(4, new Boom("c")));
        Task<Void> d = loop.spawn("d", forEver());
        Task<Void> h = loop.spawn(cancelLater(b));
        Waited<Task<Void>> waited = await(Tasks.wait(List.of(a, b, c, d), Until.FIRST_FAILURE));
        log("done", names(waited.done()), "pending", names(waited.pending()), c.failure());
        d.cancel();
        waited = await(Tasks.wait(List.of(d), Until.ALL_DONE));
        log("done", names(waited.done()), "cancelled", d.isCancelled());
        a = loop.spawn("a", turns(1));
        Task<Void> e = loop.spawn("e", turns(3));
        waited = await(Tasks.wait(List.of(a, e), Until.FIRST_FAILURE));
        log("done", names(waited.done()), "pending", names(waited.pending()));
        await(h);
        return null;
    }

    @Scenario("AIO-45")
    public void when_time_is_up_what_is_left_of_as_completed_fails() {
        runInVirtualTime(someInTime());
    }

    @Suspendable
    private Coroutine<Void> someInTime() {
        EventLoop loop = EventLoop.current();
        Task<String> a = loop.spawn(after(1, "a"));
        Task<String> b = loop.spawn(forEver());
        Task<String> c = loop.spawn(forEver());
        await(turns(2));
        int n = 0;
        for (Coroutine<String> next : Tasks.asCompleted(List.of(a, b, c), Duration.ofMillis(300))) {
            await(attemptAwaiting("outcome " + n, next));
            n++;
        }
        log("done", b.isDone(), c.isDone());
        for (Task<String> t : List.of(b, c)) {
            t.cancel();
            await(attemptAwaiting("cancelled", t));
        }
        return null;
    }
}
