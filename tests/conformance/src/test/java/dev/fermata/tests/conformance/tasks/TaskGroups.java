package dev.fermata.tests.conformance.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Tasks that end together: {@code TaskGroup}. */
public final class TaskGroups extends SeveralTasks {
    private static final String MAPPED = "Java has no async with: the body of a group is a lambda";

    private final List<Task<?>> tasks = new ArrayList<>();

    @Scenario(value = "AIO-59", mapped = MAPPED)
    public void a_failing_child_cancels_its_sibling_and_the_body() {
        EventLoop.run(failingChild());
    }

    @Suspendable
    private Coroutine<Void> waits(String label) {
        try {
            await(forEver());
        } catch (Cancellation e) {
            log(label, "sees", e);
            throw e;
        }
        return null;
    }

    private Coroutine<Void> block(boolean bodyWaits) {
        return TaskGroup.run(group -> {
            group.fork(after(1, new Boom("bad")));
            tasks.add(group.fork(waits("child")));
            return bodyWaits ? waits("body") : null;
        });
    }

    @Suspendable
    private Coroutine<Void> failingChild() {
        for (boolean bodyWaits : new boolean[] {true, false}) {
            await(attemptAwaiting("block", block(bodyWaits)));
            log("child cancelled", tasks.remove(0).isCancelled());
            if (bodyWaits) {
                log("requests", Task.current().cancelling());
            }
            await(turn());
            log("goes on");
        }
        return null;
    }

    @Scenario(value = "AIO-60", mapped = MAPPED)
    public void errors_are_in_the_order_in_which_they_happened() {
        EventLoop.run(orders());
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // answers with an error
    private static Coroutine<Void> answers(RuntimeException error) {
        try {
            await(forEver());
        } catch (Cancellation e) {
            throw error;
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> caseA(TaskGroup group) {
        group.fork(answers(new Oops("cleanup")));
        await(turn());
        group.fork(after(0, new Boom("1")));
        group.fork(after(0, new Boom("2")));
        await(forEver());
        return null;
    }

    @Suspendable
    private static Coroutine<Void> caseB(TaskGroup group) {
        group.fork(answers(new Boom("child")));
        await(turn());
        throw new Oops("body");
    }

    private static Coroutine<Void> caseC(TaskGroup group) {
        group.fork(after(0, new Boom("child")));
        return answers(new Oops("body too"));
    }

    @Suspendable
    private Coroutine<Void> orders() {
        await(attemptAwaiting("A", TaskGroup.run(group -> caseA(group))));
        await(attemptAwaiting("B", TaskGroup.run(group -> caseB(group))));
        await(attemptAwaiting("C", TaskGroup.run(group -> caseC(group))));
        return null;
    }

    @Scenario(value = "AIO-63", mapped = MAPPED)
    public void the_failure_of_an_inner_group_is_one_error_of_the_outer() {
        EventLoop.run(nested());
    }

    @Suspendable
    private Coroutine<Void> waitsSilently(String label) {
        try {
            await(forEver());
        } catch (Cancellation e) {
            log(label, "cancelled");
            throw e;
        }
        return null;
    }

    private Coroutine<Void> innerFails(TaskGroup outer) {
        outer.fork(waitsSilently("outer child"));
        return TaskGroup.run(inner -> {
            inner.fork(after(1, new Boom("inner")));
            return null;
        });
    }

    @Suspendable
    private Coroutine<Void> outerFails(TaskGroup outer) {
        outer.fork(after(1, new Boom("outer")));
        try {
            await(TaskGroup.run(inner -> {
                inner.fork(waitsSilently("inner child"));
                return null;
            }));
        } catch (Throwable e) {
            log("between", e);
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> nested() {
        await(attemptAwaiting("A", TaskGroup.run(outer -> innerFails(outer))));
        await(attemptAwaiting("B", TaskGroup.run(outer -> outerFails(outer))));
        return null;
    }

    @Scenario(value = "AIO-64", mapped = MAPPED)
    public void misuse_is_an_error() {
        EventLoop.run(misuse());
    }

    private void create(String label, TaskGroup group) {
        attempt(label, () -> group.fork(turns(0)));
    }

    private Coroutine<Void> enter(TaskGroup group) {
        return group.enter(entered -> {
            log("entered");
            return null;
        });
    }

    @Suspendable
    private Coroutine<Void> child(TaskGroup group) {
        try {
            await(forEver());
        } catch (Cancellation e) {
            create("while aborting", group);
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> failing(TaskGroup group) {
        group.fork(child(group));
        await(turn());
        throw new Boom("body");
    }

    @Suspendable
    private Coroutine<Void> misuse() {
        TaskGroup group = new TaskGroup();
        create("before", group);
        await(group.enter(entered -> attemptAwaiting("enter inside", enter(entered))));
        create("after", group);
        await(attemptAwaiting("enter again", enter(group)));
        await(attemptAwaiting("failing", TaskGroup.run(entered -> failing(entered))));
        return null;
    }
}
