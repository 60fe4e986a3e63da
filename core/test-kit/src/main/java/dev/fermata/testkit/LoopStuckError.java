package dev.fermata.testkit;

import dev.fermata.loop.EventLoop;
import java.time.Duration;

/** Says that a loop under test does not get on, and what its tasks wait for. */
public final class LoopStuckError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private LoopStuckError(String message) {
        super(message);
    }

    static LoopStuckError deadlock(EventLoop loop) {
        return new LoopStuckError("deadlock: nothing can ever wake these tasks: " + WaitingTasks.of(loop)
                + "\n(if another thread is to, let it be announced by EventLoop.expectOutsideWork)");
    }

    static LoopStuckError timeout(EventLoop loop, Duration timeout) {
        return new LoopStuckError(
                "another thread was to wake these tasks, and did not within " + timeout + ": " + WaitingTasks.of(loop));
    }

    static LoopStuckError livelock(EventLoop loop, long steps, Duration timeout) {
        return new LoopStuckError("livelock: after " + steps + " steps of tasks in " + timeout
                + " nobody waits for a time to pass: " + WaitingTasks.of(loop));
    }
}
