package dev.fermata.loop;

import dev.fermata.AsyncGenerator;
import dev.fermata.frame.AwaitStack;
import dev.fermata.frame.CallSite;
import dev.fermata.frame.StandingPlace;
import dev.fermata.jfr.CoroutineDropped;
import dev.fermata.jfr.LoopBlocked;
import dev.fermata.jfr.LoopEvent;
import dev.fermata.jfr.SlowStep;
import dev.fermata.jfr.TaskCancelled;
import dev.fermata.jfr.TaskEnd;
import dev.fermata.jfr.TaskStart;
import dev.fermata.jfr.TaskStep;
import dev.fermata.jfr.TaskSuspended;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes what happens on a loop into the recordings of the JVM. Confined to the loop's thread, but for {@link #look}. */
final class LoopRecording implements LoopObserver {
    private final EventLoop loop;
    private final int number;

    /** Events that have begun and not ended, of the tasks that wait and of those whose start has been seen. */
    private final Map<Task<?>, Suspension> suspended = new IdentityHashMap<>();

    private final Map<Task<?>, TaskEnd> lives = new IdentityHashMap<>();

    /** The steps and callbacks that the thread is in, the innermost first. */
    private final Deque<Step> steps = new ArrayDeque<>();

    /** The innermost of them, for the recorder's thread; null if there is none. */
    private volatile Step current;

    /** What the recorder's thread has seen before, and when for the first time. Not kept by that: there may be no next look. */
    private WeakReference<Step> seen = new WeakReference<>(null);

    private long seenSince;

    private record Suspension(TaskSuspended event, Object awaited) {}

    private record Step(Task<?> task, Object callback, StandingPlace from, TaskStep step, SlowStep slow) {
        /** What it is, for messages. */
        String name() {
            return task == null ? Names.ofCallback(callback) : Names.ofCoroutine(task);
        }
    }

    LoopRecording(EventLoop loop) {
        this.loop = loop;
        this.number = OpenLoops.numberOf(loop);
    }

    void start() {
        loop.observation().add(this);
        RecordedLoops.watch(this);
    }

    void stop() {
        loop.observation().remove(this);
        RecordedLoops.watchNoMore(this);
        current = null;
        steps.clear();
        suspended.clear();
        lives.clear();
    }

    @Override
    public void taskSpawned(Task<?> task) {
        TaskStart start = new TaskStart();
        if (start.isEnabled()) {
            describe(start, task);
            start.by = Names.ofTask(loop.runningTask());
            start.spawnedAt = Names.ofStack(CallSite.here().callers());
            start.commit();
        }
        TaskEnd life = new TaskEnd();
        if (life.isEnabled()) {
            life.begin();
            lives.put(task, life);
        }
    }

    @Override
    public void stepBegins(Task<?> task) {
        Suspension wait = suspended.remove(task);
        if (wait != null) {
            wait.event().end();
            if (wait.event().shouldCommit()) {
                describe(wait.event(), task);
                wait.event().waitedFor = Names.ofAwaited(wait.awaited());
                wait.event().awaitStack = Names.ofStack(task.awaitStack());
                wait.event().commit();
            }
        }
        begin(task, null);
    }

    @Override
    public void stepEnded(Task<?> task) {
        end(task);
        TaskSuspended wait = new TaskSuspended();
        if (!task.isDone() && wait.isEnabled()) {
            wait.begin();
            suspended.put(task, new Suspension(wait, task.awaited()));
        }
    }

    @Override
    public void taskEnded(Task<?> task) {
        TaskEnd end = lives.remove(task);
        if (end == null) {
            end = new TaskEnd();
        } else {
            end.end();
        }
        if (end.shouldCommit()) {
            describe(end, task);
            end.outcome = outcome(task);
            end.commit();
        }
    }

    @Override
    public void callbackBegins(Object callback) {
        begin(null, callback);
    }

    @Override
    public void callbackEnded(Object callback) {
        end(null);
    }

    @Override
    public void cancellationRequested(Task<?> task, String reason) {
        TaskCancelled request = new TaskCancelled();
        if (request.isEnabled()) {
            describe(request, task);
            request.awaitStack = Names.ofStack(task.awaitStack());
            request.reason = reason;
            request.by = Names.ofTask(loop.runningTask());
            request.cancelledAt = Names.ofStack(CallSite.here().callers());
            request.commit();
        }
    }

    @Override
    public void closedWhilePending(Task<?> task) {
        CoroutineDropped dropped = new CoroutineDropped();
        if (dropped.isEnabled()) {
            describe(dropped, task);
            dropped.awaitStack = Names.ofStack(task.awaitStack());
            dropped.reason = "the loop was closed while the task was pending";
            dropped.commit();
        }
    }

    @Override
    public void generatorDropped(AsyncGenerator<?> generator) {
        CoroutineDropped dropped = new CoroutineDropped();
        if (dropped.isEnabled()) {
            dropped.loop = number;
            dropped.coroutine = generator.toString();
            dropped.awaitStack = Names.ofStack(AwaitStack.of(generator));
            dropped.reason = "nobody uses the generator any more, and it had not ended";
            dropped.commit();
        }
    }

    private void begin(Task<?> task, Object callback) {
        StandingPlace from = task == null ? null : StandingPlace.of(task.frame());
        Step step = new Step(task, callback, from, new TaskStep(), new SlowStep());
        steps.push(step);
        current = step;
        step.step().begin();
        step.slow().begin();
    }

    private void end(Task<?> task) {
        Step step = steps.poll();
        current = steps.peek();
        if (step == null) {
            return; // it began before the recording
        }
        step.slow().end();
        step.step().end();
        if (task != null && step.step().shouldCommit()) {
            TaskStep event = step.step();
            describe(event, task);
            event.waitsFor = waitsFor(task);
            event.awaitStack = Names.ofStack(task.awaitStack());
            event.commit();
        }
        if (step.slow().shouldCommit()) {
            SlowStep event = step.slow();
            describe(event, task);
            event.coroutine = step.name();
            if (task != null) {
                event.resumedAt = Names.ofPlace(step.from().element());
                event.waitsFor = waitsFor(task);
                event.awaitStack = Names.ofStack(task.awaitStack());
            }
            event.commit();
        }
    }

    /** The recorder's thread, once in a period: whether the loop is still in what it was in the last time. */
    void look() {
        Step now = current;
        long time = System.nanoTime();
        if (now == null || now != seen.get()) {
            seen = new WeakReference<>(now);
            seenSince = time;
            return;
        }
        Thread thread = loop.thread();
        if (thread != null) {
            LoopBlocked blocked = new LoopBlocked();
            describe(blocked, now.task());
            blocked.coroutine = now.name();
            blocked.blockedFor = time - seenSince;
            blocked.thread = thread.getName();
            blocked.threadStack = Names.ofStack(AwaitStack.ofThread(thread));
            blocked.commit();
        }
    }

    /** What most events say. */
    private void describe(LoopEvent event, Task<?> task) {
        event.loop = number;
        if (task != null) {
            event.task = task.name();
            event.number = task.number();
            event.coroutine = Names.ofCoroutine(task);
        }
    }

    private static String waitsFor(Task<?> task) {
        return task.isDone() ? null : Names.ofAwaited(task.awaited());
    }

    private static String outcome(Task<?> task) {
        if (task.isCancelled()) {
            return "cancelled";
        }
        Throwable failure = task.failureUnseen();
        return failure == null ? "value" : "failed: " + failure;
    }
}
