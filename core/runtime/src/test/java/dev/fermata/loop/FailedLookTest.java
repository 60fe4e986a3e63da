package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Looking at a loop fails, inside and outside. */
class FailedLookTest {
    /** Fails those who look at the loop, but not the loop. */
    private static final class PrivateClock implements LoopClock {
        @Override
        public long nanos() {
            String looker = LoopObservation.class.getName();
            if (StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().equals(looker)))) {
                throw new NoClassDefFoundError("odd");
            }
            return System.nanoTime();
        }

        @Override
        public void await(Selector selector, long nanos, boolean outsideWork) throws IOException {
            LoopClock.system().await(selector, nanos, outsideWork);
        }
    }

    @Test
    void a_loop_that_fails_to_tell_is_not_blocked() throws Exception {
        try (EventLoop loop = new EventLoop(new PrivateClock())) {
            CountDownLatch isRunning = new CountDownLatch(1);
            loop.callSoonThreadsafe(isRunning::countDown);
            Thread thread = new Thread(loop::runForever);
            thread.start();
            isRunning.await();
            LoopView view = viewOf(loop);
            loop.callSoonThreadsafe(loop::stop);
            thread.join();
            assertEquals(LoopView.State.RUNNING, view.state());
            assertEquals(List.of(), view.tasks());
        }
    }

    private static LoopView viewOf(EventLoop loop) {
        return LoopView.all(Duration.ofSeconds(10)).stream()
                .filter(view -> view.number() == OpenLoops.numberOf(loop))
                .findFirst()
                .orElseThrow();
    }
}
