package dev.fermata.exploring;

import static dev.fermata.Coroutine.await;
import static dev.fermata.loop.EventLoop.sleep;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Runs a scenario again and again, and each time cancels another task at another point. Points are every turn of the loop,
 * before and after the tasks have had their steps, and wherever the scenario says; so a task is hit while it waits, and
 * between the moment in which it is given something and its next step.
 */
public final class Explorer {
    private static final int TURNS = 40;
    private static final int DRAININGS = 10;
    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration LONG_AFTER = Duration.ofHours(1);

    private final Supplier<? extends Scenario> fresh;
    private final List<Task<?>> tasks = new ArrayList<>();
    private int points;

    private Explorer(Supplier<? extends Scenario> fresh) {
        this.fresh = fresh;
    }

    /** Cancels every task at every point, one in each run. */
    public static void cancelOneAnywhere(Supplier<? extends Scenario> fresh) {
        Explorer undisturbed = new Explorer(fresh);
        undisturbed.run("undisturbed", point -> {});
        for (int victim = 0; victim < undisturbed.tasks.size(); victim++) {
            for (int at = 1; at <= undisturbed.points; at++) {
                cancel(fresh, victim, at, victim, at);
            }
        }
    }

    /** Cancels two tasks, or one twice, at points chosen by chance. */
    public static void cancelTwoByChance(Supplier<? extends Scenario> fresh, long seed, int runs) {
        Explorer undisturbed = new Explorer(fresh);
        undisturbed.run("undisturbed", point -> {});
        Random random = new Random(seed);
        int many = undisturbed.tasks.size();
        for (int run = 0; run < runs; run++) {
            cancel(
                    fresh,
                    random.nextInt(many),
                    1 + random.nextInt(undisturbed.points),
                    random.nextInt(many),
                    1 + random.nextInt(undisturbed.points));
        }
    }

    private static void cancel(Supplier<? extends Scenario> fresh, int victim, int at, int second, int secondAt) {
        Explorer explorer = new Explorer(fresh);
        String what = "task " + victim + " cancelled at point " + at
                + (victim == second && at == secondAt ? "" : ", task " + second + " at point " + secondAt);
        explorer.run(what, point -> {
            if (point == at) {
                explorer.tasks.get(victim).cancel("at point " + at);
            }
            if (point == secondAt && (at != secondAt || victim != second)) {
                explorer.tasks.get(second).cancel("at point " + secondAt);
            }
        });
    }

    private void run(String what, IntConsumer action) {
        try (EventLoop loop = new EventLoop(new VirtualClock())) {
            List<Throwable> reported = new ArrayList<>();
            loop.setExceptionHandler(failure -> reported.add(failure.error()));
            loop.runUntilComplete(live(action));
            if (!reported.isEmpty()) {
                throw new AssertionError("the loop reported " + reported, reported.get(0));
            }
        } catch (Throwable failure) {
            throw new AssertionError(what + ": " + failure, failure);
        }
    }

    @Suspendable
    private Coroutine<Void> live(IntConsumer action) {
        EventLoop loop = EventLoop.current();
        Scenario scenario = fresh.get();
        loop.spawn("first in each turn", pointEachTurn(scenario));
        for (Coroutine<?> body : scenario.bodies()) {
            tasks.add(loop.spawn("task " + tasks.size(), body));
        }
        loop.spawn("last in each turn", pointEachTurn(scenario));
        scenario.onPoint(() -> action.accept(++points));
        await(sleep(LONG_AFTER));
        for (int round = 0; round < DRAININGS; round++) {
            scenario.drain();
            await(sleep(LONG_AFTER));
        }
        checkOutcomes();
        scenario.check(tasks);
        for (Task<?> task : tasks) {
            task.cancel("the end");
        }
        await(sleep(LONG_AFTER));
        for (Task<?> task : tasks) {
            if (!task.isDone()) {
                throw new AssertionError(task + " goes on although it has been cancelled");
            }
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> pointEachTurn(Scenario scenario) {
        for (int turn = 0; turn < TURNS; turn++) {
            scenario.point();
            await(sleep(turn % 8 == 7 ? TICK : Duration.ZERO));
        }
        return null;
    }

    /** Tasks end, or are cancelled, or wait; whatever fails has found something wrong. */
    private void checkOutcomes() {
        for (Task<?> task : tasks) {
            if (task.isDone() && !task.isCancelled()) {
                Throwable failure = task.failure();
                if (failure != null && !(failure instanceof Cancellation)) {
                    throw new AssertionError(task + " failed: " + failure, failure);
                }
            }
        }
    }
}
