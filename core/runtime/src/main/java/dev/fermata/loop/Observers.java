package dev.fermata.loop;

import dev.fermata.AsyncGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who observes a loop, one or more. Never changed, so that what has begun before somebody came or went ends for the same
 * ones.
 */
final class Observers {
    private final EventLoop loop;
    private final List<LoopObserver> all;

    private Observers(EventLoop loop, List<LoopObserver> all) {
        this.loop = loop;
        this.all = all;
    }

    /** Those of a loop, or none when null, and one more. */
    static Observers with(Observers before, EventLoop loop, LoopObserver added) {
        List<LoopObserver> more = before == null ? new ArrayList<>() : new ArrayList<>(before.all);
        more.add(added);
        return new Observers(loop, more);
    }

    /** These without one; null if that was the last. */
    static Observers without(Observers before, LoopObserver removed) {
        if (before == null) {
            return null;
        }
        List<LoopObserver> left = new ArrayList<>(before.all);
        left.removeIf(observer -> observer == removed);
        return left.isEmpty() ? null : new Observers(before.loop, left);
    }

    /** Runs a step of a task. */
    void step(Task<?> task, Runnable step) {
        tell(observer -> observer.stepBegins(task));
        if (task.cancelling() > 0 && task.isWokenByCancellation()) {
            cancellationDelivered(task);
        }
        try {
            step.run();
        } finally {
            tell(observer -> observer.stepEnded(task));
            if (task.isDone()) {
                tell(observer -> observer.taskEnded(task));
            }
        }
    }

    /** Runs the last step of a task that has not ended. */
    void close(Task<?> task) {
        tell(observer -> observer.closedWhilePending(task));
        step(task, task::close);
    }

    /** Runs a callback. */
    void callback(Object callback, Runnable step) {
        tell(observer -> observer.callbackBegins(callback));
        try {
            step.run();
        } finally {
            tell(observer -> observer.callbackEnded(callback));
        }
    }

    void taskSpawned(Task<?> task) {
        tell(observer -> observer.taskSpawned(task));
    }

    void cancellationRequested(Task<?> task, String reason) {
        tell(observer -> observer.cancellationRequested(task, reason));
    }

    void cancellationDelivered(Task<?> task) {
        tell(observer -> observer.cancellationDelivered(task));
    }

    void generatorDropped(AsyncGenerator<?> generator) {
        tell(observer -> observer.generatorDropped(generator));
    }

    void waitBegins() {
        tell(LoopObserver::waitBegins);
    }

    void waitEnded() {
        tell(LoopObserver::waitEnded);
    }

    /** Who looks on must not change what happens. */
    private void tell(Consumer<LoopObserver> what) {
        for (LoopObserver observer : all) {
            try {
                what.accept(observer);
            } catch (Throwable failure) {
                EventLoop.rethrowIfFatal(failure);
                loop.report(new LoopFailure(loop, "an observer of the loop failed", failure, null));
            }
        }
    }
}
