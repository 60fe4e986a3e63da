package dev.fermata.loop;

import java.time.Duration;
import java.util.List;

/**
 * The orderly end of a loop (what asyncio's {@code run} does at its end): tasks that are left are cancelled and waited for,
 * and then asynchronous generators closed, with the loop running, so that their {@code finally} blocks can await what they
 * need.
 */
final class Shutdown {
    private final EventLoop loop;
    private final Duration grace;

    Shutdown(EventLoop loop, Duration grace) {
        this.loop = loop;
        this.grace = grace;
    }

    void run() {
        if (loop.isRunning()) { // before anything is cancelled, and on whatever thread this is
            throw new IllegalStateException("the loop is running and cannot be closed");
        }
        try {
            if (!loop.isClosed()) {
                long end = loop.time() + Nanos.of(grace);
                do {
                    cancelAll(loop.tasks(), end);
                    await(loop.generators().closeAll(), end);
                    if (!loop.offloads().isIdle()) {
                        runUntil(loop.offloads().whenIdle(), end);
                    }
                } while (isAnythingLeft() && loop.time() - end < 0);
                loop.offloads().abandon().forEach(this::report);
                loop.setShuttingDown(true); // not before: where the loop cannot run, nothing has been reported
            }
        } finally {
            try {
                loop.close();
            } finally {
                loop.setShuttingDown(false);
            }
        }
    }

    private boolean isAnythingLeft() {
        return !loop.tasks().isEmpty() || !loop.offloads().isIdle();
    }

    private void cancelAll(List<Task<?>> left, long deadline) {
        left.forEach(Task::cancel);
        await(left, deadline);
    }

    private void await(List<Task<?>> left, long deadline) {
        if (left.isEmpty()) {
            return;
        }
        Promise<Void> ended = new Promise<>(loop);
        int[] running = {left.size()};
        for (Task<?> task : left) {
            task.onDone(done -> {
                if (--running[0] == 0) {
                    ended.tryComplete(null);
                }
            });
        }
        runUntil(ended, deadline);
        for (Task<?> task : left) {
            report(task);
        }
    }

    /** Whoever stops the loop, from another thread maybe, asks for no more than what is under way here. */
    private void runUntil(Promise<Void> ended, long deadline) {
        TimerHandle end = loop.callAt(deadline, () -> ended.tryComplete(null));
        ended.onDone(done -> loop.stop());
        while (!ended.isDone()) {
            loop.runForever();
        }
        end.cancel();
    }

    private void report(Offload<?> work) {
        String message = "offloaded work did not end within " + grace + ", and is interrupted";
        loop.report(new LoopFailure(loop, message, null, work.promise()));
    }

    private void report(Task<?> task) {
        if (!task.isDone()) {
            String message =
                    task + " did not end within " + grace + " of the end of the loop, and is closed where it stands";
            loop.report(new LoopFailure(loop, message, null, task));
            return;
        }
        Throwable failure = task.isCancelled() ? null : task.failure();
        if (failure != null) {
            loop.report(new LoopFailure(loop, task + " failed while the loop was shut down", failure, task));
        }
    }
}
