package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watchdog looks after tasks that linger, and the loop goes on meanwhile. */
class LingeringTasksLookTest {
    private final Clock clock = new Clock();
    private final EventLoop loop = new EventLoop(clock);
    private final LoopDebug debug = new LoopDebug(loop, DebugOptions.defaults());
    private final LingeringTasks lingering = new LingeringTasks(debug);
    private final Task<Void> task = loop.spawn(ScriptedCoroutine.of(value -> null));

    /** Stands still, and somebody's code runs when it is read. */
    private static final class Clock implements LoopClock {
        private Runnable read = () -> {};

        @Override
        public long nanos() {
            read.run();
            return 0;
        }

        @Override
        public void await(Selector selector, long nanos, boolean outsideWork) {
            throw new AssertionError("nothing is waited for");
        }
    }

    @AfterEach
    void end() {
        debug.end();
        loop.close();
    }

    /** Waits for another thread that does as the loop's does: as when that thread holds a lock which is wanted here. */
    private void isSteppedElsewhere() {
        clock.read = () -> {};
        CompletableFuture.runAsync(() -> lingering.stepBegins(task))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void steps_are_made_while_it_looks() {
        task.cancel();
        lingering.cancellationRequested(task, null);
        boolean[] isRead = {false};
        clock.read = () -> {
            isRead[0] = true;
            isSteppedElsewhere();
        };
        lingering.look(Duration.ofHours(2).toNanos());
        assertTrue(isRead[0]);
    }

    @Test
    void steps_are_made_while_a_request_is_written_down() {
        task.cancel();
        lingering.cancellationRequested(task, null);
        boolean[] isRead = {false};
        clock.read = () -> {
            isRead[0] = true;
            isSteppedElsewhere();
        };
        lingering.cancellationRequested(task, null);
        assertTrue(isRead[0]);
    }
}
