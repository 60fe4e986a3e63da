package dev.fermata.loop;

import dev.fermata.Cancellation;
import java.util.concurrent.CompletableFuture;

/** A task's wait for a stage of {@code java.util.concurrent}, which any thread may complete. */
final class StageWait implements Waitable {
    private final Task<?> task;
    private final CompletableFuture<?> stage;

    /** The loop's thread only. */
    private boolean isOver;

    private boolean isCounted;

    private StageWait(Task<?> task, CompletableFuture<?> stage) {
        this.task = task;
        this.stage = stage;
    }

    CompletableFuture<?> stage() {
        return stage;
    }

    static void park(Task<?> task, CompletableFuture<?> stage) {
        StageWait wait = new StageWait(task, stage);
        task.waitFor(wait);
        if (!wait.isOver) {
            task.loop().stageAwaited();
            wait.isCounted = true;
            stage.whenComplete((value, error) -> wait.completed());
        }
    }

    /** Cancels the stage, too, as everything that a task awaits; await its {@code copy()} if it is shared. */
    @Override
    public boolean cancel(String reason) {
        if (isOver) {
            return false;
        }
        end();
        try {
            stage.cancel(false); // first, so that a task behind it unwinds before this one
        } finally {
            task.reject(new Cancellation(reason));
        }
        return true;
    }

    /** The task has been closed: nobody is to be woken. */
    void abandon() {
        if (!isOver) {
            end();
        }
    }

    private void end() {
        isOver = true;
        if (isCounted) {
            task.loop().stageLeft();
        }
    }

    /** Any thread. A loop that has been closed meanwhile has closed the task. */
    private void completed() {
        EventLoop loop = task.loop();
        if (EventLoop.currentOrNull() == loop) {
            wake();
        } else {
            loop.bringIn(this::wake);
        }
    }

    private void wake() {
        if (!isOver) {
            end();
            task.wake(null);
        }
    }
}
