package dev.fermata.loop;

import dev.fermata.frame.KeptValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the view of one loop. */
final class LoopObservation {
    private final EventLoop loop;
    private final LoopView.State state;
    private final List<Task<?>> tasks;

    /** Who holds what others wait for. */
    private final Map<Object, List<Task<?>>> holders = new IdentityHashMap<>();

    private final Map<Task<?>, Set<Integer>> awaiting = new IdentityHashMap<>();
    private final Map<Task<?>, Set<Integer>> awaitedBy = new IdentityHashMap<>();

    private LoopObservation(EventLoop loop, LoopView.State state) {
        this.loop = loop;
        this.state = state;
        this.tasks = loop.liveTasks();
    }

    /** Any thread. */
    static LoopView of(EventLoop loop, Duration patience) {
        if (EventLoop.currentOrNull() == loop) {
            return new LoopObservation(loop, LoopView.State.RUNNING).view();
        }
        if (loop.isIdle()) {
            return fromOutside(loop, LoopView.State.IDLE);
        }
        CompletableFuture<LoopView> answer = new CompletableFuture<>();
        boolean isAsked = loop.bringIn(() -> answer.complete(new LoopObservation(loop, LoopView.State.RUNNING).view()));
        try {
            if (isAsked) {
                return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            return fromOutside(loop, loop.isRunning() ? LoopView.State.BLOCKED : LoopView.State.IDLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError(e); // nobody fails it
        }
        return fromOutside(loop, LoopView.State.BLOCKED);
    }

    /** The loop may go on meanwhile, and then anything can be found half done: another look may have more luck. */
    private static LoopView fromOutside(EventLoop loop, LoopView.State state) {
        for (int looks = 0; looks < 10; looks++) {
            try {
                return new LoopObservation(loop, state).view();
            } catch (RuntimeException changedMeanwhile) {
                Thread.onSpinWait();
            }
        }
        return new LoopView(
                OpenLoops.numberOf(loop),
                state,
                nameOf(loop.thread()),
                stackOf(loop.thread()),
                loop.statistics(),
                List.of());
    }

    private LoopView view() {
        findHolders();
        tasks.forEach(this::findWhatItWaitsFor);
        Thread thread = loop.thread();
        List<StackTraceElement> stack = state == LoopView.State.BLOCKED ? stackOf(thread) : List.of();
        long now = loop.time();
        return new LoopView(
                OpenLoops.numberOf(loop),
                state,
                nameOf(thread),
                stack,
                loop.statistics(),
                tasks.stream().map(task -> view(task, now)).toList());
    }

    private static String nameOf(Thread thread) {
        return thread == null ? null : thread.getName();
    }

    private static List<StackTraceElement> stackOf(Thread thread) {
        return thread == null ? List.of() : List.of(thread.getStackTrace());
    }

    private TaskView view(Task<?> task, long now) {
        return new TaskView(
                task.number(),
                task.name(),
                task.coroutine().toString().replaceFirst("^coroutine ", ""),
                task.viewState(),
                Duration.ofNanos(loop.ageOf(task, now)),
                waitsFor(task),
                List.copyOf(awaiting.getOrDefault(task, Set.of())),
                List.copyOf(awaitedBy.getOrDefault(task, Set.of())),
                task.cancelling(),
                task.awaitStack());
    }

    /** Only if somebody waits for something that can be held: every frame has to be looked at. */
    private void findHolders() {
        Map<Object, Boolean> wanted = new IdentityHashMap<>();
        for (Task<?> task : tasks) {
            if (task.pending() instanceof Parking parking && parking.waitedFor() != null) {
                wanted.put(parking.waitedFor(), true);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        for (Task<?> task : tasks) {
            for (Object kept : KeptValues.of(task.frame())) {
                if (kept instanceof Holding holding && wanted.containsKey(holding.held())) {
                    holders.computeIfAbsent(holding.held(), key -> new ArrayList<>())
                            .add(task);
                }
            }
        }
    }

    private void findWhatItWaitsFor(Task<?> task) {
        Object pending = task.pending();
        if (pending instanceof Parking parking && parking.waitedFor() != null) {
            List<Task<?>> holding = holders.getOrDefault(parking.waitedFor(), List.of());
            if (holding.size() == 1) { // if several hold a part, any of them may go on
                link(task, holding);
            }
        } else if (pending instanceof StageWait stage
                && DeferredFuture.behind(stage.stage()) instanceof Task<?> other) {
            link(task, List.of(other));
        } else if (pending instanceof Deferred<?> deferred) {
            Set<Task<?>> behind = new LinkedHashSet<>();
            collect(deferred, behind, new LinkedHashSet<>());
            link(task, behind);
        }
    }

    /** Through the promises that stand for others. */
    private static void collect(Deferred<?> awaited, Set<Task<?>> tasks, Set<Deferred<?>> seen) {
        if (awaited.hasEnded() || !seen.add(awaited)) {
            return;
        }
        if (awaited instanceof Task<?> task) {
            tasks.add(task);
        } else {
            ((Promise<?>) awaited).behind().forEach(each -> collect(each, tasks, seen));
        }
    }

    private void link(Task<?> waiting, Collection<Task<?>> awaited) {
        for (Task<?> task : awaited) {
            awaiting.computeIfAbsent(waiting, key -> new LinkedHashSet<>()).add(task.number());
            awaitedBy.computeIfAbsent(task, key -> new LinkedHashSet<>()).add(waiting.number());
        }
    }

    private String waitsFor(Task<?> task) {
        Object pending = task.pending();
        if (pending instanceof Task<?> other) {
            return "task " + other.name();
        }
        if (pending instanceof Promise<?> promise) {
            return describe(promise);
        }
        if (pending instanceof SleepTimer timer) {
            return "sleep, " + Nanos.text(Math.max(0, timer.deadline() - loop.time())) + " left";
        }
        if (pending instanceof Parking parking) {
            return parking.method() + heldBy(parking);
        }
        if (pending instanceof StageWait wait) {
            Deferred<?> behind = DeferredFuture.behind(wait.stage());
            return wait.stage().getClass().getSimpleName() + (behind == null ? "" : " of a " + behind);
        }
        return pending == null ? null : pending.toString();
    }

    private String heldBy(Parking parking) {
        List<Task<?>> holding = holders.getOrDefault(parking.waitedFor(), List.of());
        return holding.isEmpty()
                ? ""
                : ", held by "
                        + String.join(", ", holding.stream().map(Task::name).toList());
    }

    private String describe(Promise<?> promise) {
        if (loop.offloads().isOf(promise)) {
            return "offloaded work";
        }
        long left = promise.behind().stream().filter(each -> !each.hasEnded()).count();
        return left == 0 ? "promise" : "promise of " + left + (left == 1 ? " other" : " others");
    }
}
