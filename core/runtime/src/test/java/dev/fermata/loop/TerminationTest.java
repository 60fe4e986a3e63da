package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be seen without ending a JVM; the module of streams has programs that are sent real signals. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TerminationTest {
    @Test
    void a_loop_that_ends_by_itself_gives_its_result_and_its_failure() {
        assertEquals("result", Termination.run(ScriptedCoroutine.of(value -> "result")));
        IllegalArgumentException failure = new IllegalArgumentException("failure");
        assertSame(
                failure,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Termination.run(ScriptedCoroutine.of(value -> {
                            throw failure;
                        }))));
    }

    @Test
    void a_cancellation_by_somebody_else_is_thrown() {
        Cancellation thrown = assertThrows(
                Cancellation.class,
                () -> Termination.run(ScriptedCoroutine.of(value -> {
                    throw new Cancellation("somebody else's");
                })));
        assertEquals("somebody else's", thrown.reason());
    }

    @Test
    void the_task_is_cancelled_and_the_closing_waited_for() throws InterruptedException {
        EventLoop loop = new EventLoop();
        Task<Object> task = loop.spawn(ScriptedCoroutine.of(value -> value, () -> new Promise<>(EventLoop.current())));
        Termination termination = Termination.cancels(task, Duration.ofHours(1));
        assertFalse(termination.isUnderWay());
        Thread hook = new Thread(termination::terminate);
        hook.start();
        Cancellation thrown = assertThrows(Cancellation.class, () -> loop.runUntilComplete(task));
        assertEquals("the program is asked to end", thrown.reason());
        assertTrue(termination.isUnderWay());
        loop.shutDown();
        hook.join(100);
        assertTrue(hook.isAlive());
        termination.close();
        hook.join();
    }

    @Test
    void a_task_that_refuses_is_waited_for_no_longer_than_the_grace() throws InterruptedException {
        EventLoop loop = new EventLoop();
        Task<Object> task = loop.spawn(ScriptedCoroutine.of(value -> value));
        try (Termination termination = Termination.cancels(task, Duration.ofMillis(50))) {
            long begin = System.nanoTime();
            termination.terminate();
            assertTrue(System.nanoTime() - begin >= 50_000_000);
        }
        loop.shutDown();
    }

    @Test
    void once_it_is_closed_nothing_is_cancelled() {
        EventLoop loop = new EventLoop();
        Task<Object> task = loop.spawn(ScriptedCoroutine.of(value -> "to its end"));
        Termination termination = Termination.cancels(task, Duration.ofHours(1));
        termination.close();
        termination.close();
        termination.terminate();
        assertEquals("to its end", loop.runUntilComplete(task));
        assertFalse(termination.isUnderWay());
        loop.shutDown();
    }
}
