package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ContextVariable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Outcome;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Timeout;
import dev.fermata.tasks.Until;
import dev.fermata.tasks.Waited;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Oops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a program that has been made up at random: the number of promises, and the bodies of tasks as lists of steps. A step
 * is {@code (name argument... number)}; its number tells the lines of the trace apart. A task only waits for those spawned
 * before it, so that none wait in a ring.
 */
final class RandomProgram extends LoopScenarios {
    private static final ContextVariable<String> VALUE = ContextVariable.withDefault("value", "none");
    private static final Map<String, Until> UNTIL =
            Map.of("all", Until.ALL_DONE, "first", Until.FIRST_DONE, "failure", Until.FIRST_FAILURE);
    private static final int MOST_TASKS = 14;
    private static final int ANY = MOST_TASKS;

    private final EventLoop loop = new EventLoop(new VirtualClock());
    private final List<List<List<Object>>> bodies;
    private final List<Promise<String>> promises = new ArrayList<>();
    private final List<Task<String>> tasks = new ArrayList<>();

    RandomProgram(List<Object> program) {
        for (int i = number(program.get(0)); i > 0; i--) {
            promises.add(new Promise<>(loop));
        }
        bodies = cast(program.get(1));
    }

    void run() {
        loop.setExceptionHandler(report -> {
            if (report.source() == null) { // of a callback; when an error counts as unseen is not for here
                log("handler", report.error());
            }
        });
        loop.runUntilComplete(main());
        loop.shutDown();
    }

    @Suspendable
    private Coroutine<Void> main() {
        for (int i = 0; i < bodies.size(); i++) {
            spawn(i, 0);
        }
        await(EventLoop.sleep(Duration.ofSeconds(20)));
        List<Task<String>> left = left();
        while (!left.isEmpty()) {
            log("left", left.stream().map(tasks::indexOf).toList());
            left.forEach(Task::cancel);
            await(EventLoop.sleep(Duration.ofSeconds(20)));
            left = left();
        }
        for (Task<String> task : tasks) {
            log("task", tasks.indexOf(task), end(task), task.cancelling());
        }
        for (Promise<String> promise : promises) {
            log("future", promises.indexOf(promise), end(promise));
        }
        return null;
    }

    private List<Task<String>> left() {
        return tasks.stream().filter(task -> !task.isDone()).toList();
    }

    private static Object end(Deferred<String> deferred) {
        if (!deferred.isDone()) {
            return "pending";
        }
        if (deferred.isCancelled()) {
            return "cancelled";
        }
        return deferred.failure() == null ? deferred.result() : deferred.failure();
    }

    private void spawn(int body, int depth) {
        int index = tasks.size();
        tasks.add(loop.spawn(body(body, index, depth)));
    }

    @Suspendable
    private Coroutine<String> body(int body, int me, int depth) {
        log("start", body, me);
        await(steps(bodies.get(body), me, depth));
        log("end", body, me);
        return Coroutine.of("r" + me);
    }

    /** Gives whether the body is to return. */
    @Suspendable
    private Coroutine<Boolean> steps(List<List<Object>> steps, int me, int depth) {
        for (List<Object> step : steps) {
            if (await(step(step, me, depth))) {
                return Coroutine.of(true);
            }
        }
        return Coroutine.of(false);
    }

    @Suspendable
    private Coroutine<Boolean> step(List<Object> step, int me, int depth) {
        String name = name(step);
        switch (name) {
            case "ret" -> {
                return Coroutine.of(true);
            }
            case "raise" -> throw new Boom(text(step, 1));
            case "try" -> {
                return Coroutine.of(await(handling(step, me, depth)));
            }
            case "timeout" -> {
                if (await(Timeout.after(time(step.get(1)), timeout -> steps(cast(step.get(2)), me, depth)))) {
                    return Coroutine.of(true);
                }
                log("in time", step.get(3));
            }
            case "group" -> {
                if (depth < 2) {
                    if (await(TaskGroup.run(group -> grouped(group, step, me, depth)))) {
                        return Coroutine.of(true);
                    }
                    log("group", step.get(3));
                }
            }
            case "turn" -> await(turn());
            case "sleep" -> log("slept", step.get(2), await(EventLoop.sleep(time(step.get(1)), "s")));
            case "awaitf" -> log("got", step.get(2), await(promise(step)));
            case "call" -> {
                if (depth < 3) {
                    log("called", step.get(2), await(body(number(step.get(1)), me, depth + 1)));
                }
            }
            case "join", "shield", "waitfor" -> await(waitForOne(step, name, me));
            case "gather", "gatherx", "gatherb", "wait", "waitt", "waitforb" ->
                await(waitForSeveral(step, name, me, depth));
            default -> withoutWaiting(step, depth);
        }
        return Coroutine.of(false);
    }

    @Suspendable
    private Coroutine<Boolean> handling(List<Object> step, int me, int depth) {
        try {
            return Coroutine.of(await(steps(cast(step.get(1)), me, depth)));
        } catch (Exception e) {
            log("caught", step.get(4), e);
        } catch (Cancellation e) {
            log("caught", step.get(4), e);
            if (step.get(2).equals("rethrow")) {
                throw e;
            }
            if (step.get(2).equals("convert")) {
                throw new Oops(text(step, 4));
            }
        } finally {
            List<List<Object>> last = cast(step.get(3));
            if (!last.isEmpty()) {
                log("finally", step.get(4));
                await(steps(last, me, depth));
            }
        }
        return Coroutine.of(false);
    }

    private Coroutine<Boolean> grouped(TaskGroup group, List<Object> step, int me, int depth) {
        for (Object body : RandomProgram.<List<Object>>cast(step.get(1))) {
            group.fork(body(number(body), me, depth + 1));
        }
        return steps(cast(step.get(2)), me, depth);
    }

    @Suspendable
    private Coroutine<Void> waitForOne(List<Object> step, String name, int me) {
        boolean isLimited = name.equals("waitfor");
        Task<String> task = task(step.get(isLimited ? 2 : 1), me);
        if (task == null) {
            return null;
        }
        if (isLimited) {
            log("waited", step.get(3), await(Tasks.within(time(step.get(1)), task)));
        } else if (name.equals("shield")) {
            log("shielded", step.get(2), await(Tasks.shield(task)));
        } else {
            log("joined", step.get(2), await(task));
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> waitForSeveral(List<Object> step, String name, int me, int depth) {
        switch (name) {
            case "gather" -> log(name, step.get(2), await(Tasks.gather(tasks(step.get(1), me))));
            case "gatherx" -> log(name, step.get(2), values(await(Tasks.settle(tasks(step.get(1), me)))));
            case "gatherb" -> {
                if (depth < 2) {
                    List<Coroutine<String>> started = new ArrayList<>();
                    for (Object body : RandomProgram.<List<Object>>cast(step.get(1))) {
                        started.add(body(number(body), me, depth + 1));
                    }
                    boolean isCollecting = step.get(2).equals("1");
                    log(
                            name,
                            step.get(3),
                            isCollecting ? values(await(Tasks.settle(started))) : await(Tasks.<String>gather(started)));
                }
            }
            case "waitforb" -> {
                if (depth < 2) {
                    Coroutine<String> body = body(number(step.get(2)), me, depth + 1);
                    log("waited", step.get(3), await(Tasks.within(time(step.get(1)), body)));
                }
            }
            default -> {
                List<Task<String>> awaited = tasks(step.get(2), me);
                if (!awaited.isEmpty()) {
                    Waited<Task<String>> waited = name.equals("wait")
                            ? await(Tasks.wait(awaited, UNTIL.get(text(step, 1))))
                            : await(Tasks.wait(awaited, Until.ALL_DONE, time(step.get(1))));
                    log(name, step.get(3), indices(awaited, waited.done()), indices(awaited, waited.pending()));
                }
            }
        }
        return null;
    }

    private List<Integer> indices(List<Task<String>> order, List<Task<String>> some) {
        return order.stream().filter(some::contains).map(tasks::indexOf).toList();
    }

    private static List<Object> values(List<Outcome<String>> outcomes) {
        List<Object> values = new ArrayList<>();
        for (Outcome<String> outcome : outcomes) {
            values.add(outcome.failure() == null ? outcome.get() : outcome.failure());
        }
        return values;
    }

    private void withoutWaiting(List<Object> step, int depth) {
        switch (name(step)) {
            case "spawn" -> {
                if (tasks.size() < MOST_TASKS) {
                    spawn(number(step.get(1)), depth);
                }
            }
            case "self" ->
                log("self", step.get(1), Task.current().cancel(), Task.current().cancelling());
            case "soon" -> loop.callSoon(() -> callback(cast(step.get(1))));
            case "later" -> loop.callLater(time(step.get(1)), () -> callback(cast(step.get(2))));
            case "ondonef" -> promise(step).onDone(done -> callback(cast(step.get(2))));
            case "ondonet" -> {
                Task<String> task = task(step.get(1), ANY);
                if (task != null) {
                    task.onDone(done -> callback(cast(step.get(2))));
                }
            }
            case "ctx" -> VALUE.set(text(step, 1));
            case "ctxlog" -> log("ctx", step.get(1), VALUE.get());
            default -> callback(step);
        }
    }

    /** The steps that callbacks can take, too. */
    private void callback(List<Object> step) {
        switch (name(step)) {
            case "log" -> log("log", step.get(1));
            case "cancel" -> {
                Task<String> task = task(step.get(1), ANY);
                if (task != null) {
                    log("cancel", step.get(2), task.cancel());
                }
            }
            case "setf" -> promise(step).complete("f" + step.get(2));
            case "failf" -> promise(step).fail(new Boom(text(step, 2)));
            case "cancelf" -> log("cancelf", step.get(2), promise(step).cancel());
            default -> throw new AssertionError(step);
        }
    }

    private Promise<String> promise(List<Object> step) {
        return promises.get(number(step.get(1)));
    }

    /** A task that has been spawned before a certain one; null if there is none of this number. */
    private Task<String> task(Object index, int before) {
        int number = number(index);
        return number < Math.min(before, tasks.size()) ? tasks.get(number) : null;
    }

    private List<Task<String>> tasks(Object indices, int before) {
        List<Task<String>> some = new ArrayList<>();
        for (Object index : RandomProgram.<List<Object>>cast(indices)) {
            Task<String> task = task(index, before);
            if (task != null) {
                some.add(task);
            }
        }
        return some;
    }

    private static String name(List<Object> step) {
        return text(step, 0);
    }

    private static String text(List<Object> step, int index) {
        return (String) step.get(index);
    }

    private static int number(Object word) {
        return Integer.parseInt((String) word);
    }

    private static Duration time(Object micros) {
        return Duration.ofNanos(1000L * number(micros));
    }

    @SuppressWarnings("unchecked") // the maker of the programs knows what stands where
    private static <T> T cast(Object word) {
        return (T) word;
    }
}
