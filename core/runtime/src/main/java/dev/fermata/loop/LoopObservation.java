package dev.fermata.loop;

import dev.fermata.frame.AwaitStack;
import dev.fermata.frame.KeptValues;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the view of one loop: on its thread, or as well as it can be from outside. */
final class LoopObservation {
    private static final int FEW = 5;
    private static final String COROUTINE = "coroutine ";

    private final EventLoop loop;
    private final LoopView.State state;
    private final List<Task<?>> tasks;

    private final Holders holders;
    private final Set<Promise<?>> offloaded;
    private final Map<Task<?>, Set<Integer>> awaiting = new IdentityHashMap<>();
    private final Map<Task<?>, Set<Integer>> awaitedBy = new IdentityHashMap<>();
    private final Map<Task<?>, String> unknownLimits = new IdentityHashMap<>();

    private LoopObservation(EventLoop loop, LoopView.State state) {
        this.loop = loop;
        this.state = state;
        this.tasks = loop.liveTasks();
        this.holders = Holders.among(tasks);
        this.offloaded = loop.offloads().promises();
    }

    /** On the loop's thread. */
    static LoopView fromInside(EventLoop loop) {
        loop.noteBirths();
        return new LoopObservation(loop, LoopView.State.RUNNING).view();
    }

    /** The loop may go on meanwhile, and then anything can be found half done: another look may have more luck. */
    static LoopView fromOutside(EventLoop loop, LoopView.State state) {
        for (int looks = 0; looks < 10; looks++) {
            try {
                return new LoopObservation(loop, state).view();
            } catch (Throwable changedMeanwhile) {
                EventLoop.rethrowIfFatal(changedMeanwhile);
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
        return thread == null ? List.of() : AwaitStack.ofThread(thread);
    }

    private TaskView view(Task<?> task, long now) {
        Duration timeLeft = awaiting.containsKey(task) ? timeLeft(task, now) : null;
        return new TaskView(
                task.number(),
                task.name(),
                coroutineOf(task),
                task.viewState(),
                Duration.ofNanos(ageOf(task, now)),
                waitsFor(task, timeLeft),
                timeLeft,
                List.copyOf(awaiting.getOrDefault(task, Set.of())),
                List.copyOf(awaitedBy.getOrDefault(task, Set.of())),
                task.cancelling(),
                task.awaitStack());
    }

    /** A loop that is stuck has had no time to note when its latest tasks were spawned. */
    private long ageOf(Task<?> task, long now) {
        return state == LoopView.State.BLOCKED ? loop.ageIfStuck(task, now) : loop.ageOf(task, now);
    }

    private static String coroutineOf(Task<?> task) {
        String words = task.coroutine().toString();
        return words.startsWith(COROUTINE) ? words.substring(COROUTINE.length()) : words;
    }

    /** The shortest of the limits that it is under; null if it is under none. */
    private Duration timeLeft(Task<?> task, long now) {
        return KeptValues.of(task.frame()).stream()
                .filter(TimeLimit.class::isInstance)
                .map(kept -> endOf((TimeLimit) kept, task))
                .filter(OptionalLong::isPresent)
                .map(end -> Duration.ofNanos(Math.max(0, end.getAsLong() - now)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private OptionalLong endOf(TimeLimit limit, Task<?> task) {
        return UsersCode.ask(() -> Objects.requireNonNull(limit.endsWaitAt(), "endsWaitAt"), failure -> {
            unknownLimits.put(task, failure);
            return OptionalLong.empty();
        });
    }

    private void findWhatItWaitsFor(Task<?> task) {
        Object pending = task.pending();
        if (pending instanceof Parking) {
            Set<Task<?>> holding = holders.of(Holders.wantedBy(task));
            if (holding.size() == 1) { // if several hold a part, any of them may go on
                link(task, holding);
            }
        } else if (pending instanceof StageWait stage) {
            link(task, behind(DeferredFuture.behind(stage.stage())));
        } else if (pending instanceof Deferred<?> deferred) {
            link(task, behind(deferred));
        }
    }

    /** The tasks that something awaited, which may be null, stands for: through the promises that stand for others. */
    private static Set<Task<?>> behind(Deferred<?> awaited) {
        Set<Task<?>> found = new LinkedHashSet<>();
        Set<Deferred<?>> seen = new HashSet<>();
        Deque<Deferred<?>> pending = new ArrayDeque<>();
        for (Deferred<?> next = awaited; next != null; next = pending.poll()) {
            if (next.hasEnded() || !seen.add(next)) {
                continue;
            }
            if (next instanceof Task<?> task) {
                found.add(task);
            } else {
                pending.addAll(((Promise<?>) next).behind());
            }
        }
        return found;
    }

    /** Not with tasks of other loops: those have numbers of their own. */
    private void link(Task<?> waiting, Collection<Task<?>> awaited) {
        for (Task<?> task : awaited) {
            if (task.loop() != loop) {
                continue;
            }
            awaiting.computeIfAbsent(waiting, key -> new LinkedHashSet<>()).add(task.number());
            awaitedBy.computeIfAbsent(task, key -> new LinkedHashSet<>()).add(waiting.number());
        }
    }

    /** In words; null if it does not wait. */
    private String waitsFor(Task<?> task, Duration timeLeft) {
        String waitsFor = waitsFor(task);
        if (waitsFor == null) {
            return null;
        }
        return waitsFor
                + unknown("what it holds", holders.failureOf(task))
                + unknown("until when", unknownLimits.get(task))
                + (timeLeft == null ? "" : ", at most " + Nanos.text(timeLeft.toNanos()) + " more");
    }

    private static String unknown(String what, String failure) {
        return failure == null ? "" : " (" + what + ": " + failure + ")";
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
            return nameOf(parking) + heldBy(task);
        }
        if (pending instanceof StageWait wait) {
            Deferred<?> behind = DeferredFuture.behind(wait.stage());
            return wait.stage().getClass().getSimpleName() + (behind == null ? "" : " of a " + behind);
        }
        return pending == null ? null : pending.toString();
    }

    private static String nameOf(Parking parking) {
        return UsersCode.ask(parking::method, failure -> parking.getClass().getName() + unknown("its name", failure));
    }

    private String heldBy(Task<?> task) {
        Object wanted = Holders.wantedBy(task);
        if (wanted instanceof Holders.Untold untold) {
            return unknown("who holds it", untold.failure());
        }
        Set<Task<?>> holding = holders.of(wanted);
        return holding.isEmpty() ? "" : ", held by " + few(holding);
    }

    /** Thousands may share a semaphore for which thousands wait. */
    private static String few(Set<Task<?>> tasks) {
        String names = tasks.stream().limit(FEW).map(Task::name).collect(Collectors.joining(", "));
        return tasks.size() <= FEW ? names : names + " and " + (tasks.size() - FEW) + " more";
    }

    private String describe(Promise<?> promise) {
        if (offloaded.contains(promise)) {
            return "offloaded work";
        }
        long left = promise.behind().stream().filter(each -> !each.hasEnded()).count();
        return left == 0 ? "promise" : "promise of " + left + (left == 1 ? " other" : " others");
    }
}
