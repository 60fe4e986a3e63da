package dev.fermata.tests.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;

/** When the JVM is in trouble, the loop does not hide it; and it can go on if somebody thinks that wise. */
class FatalErrorsTest {
    private final InternalError trouble = new InternalError("trouble");

    @LoopTest
    void a_virtual_machine_error_of_a_callback_leaves_the_loop(TestLoop test) {
        EventLoop loop = test.loop();
        loop.callSoon(() -> {
            throw trouble;
        });
        assertSame(trouble, assertThrows(InternalError.class, () -> loop.runUntilComplete(Programs.turns(3))));
        assertFalse(loop.isRunning());
        loop.runUntilComplete(loop.tasks().get(0));
    }

    @LoopTest
    void so_does_that_of_a_task_which_has_failed_with_it(TestLoop test) {
        EventLoop loop = test.loop();
        Task<Void> task = loop.spawn(Programs.failing(trouble));
        assertSame(trouble, assertThrows(InternalError.class, () -> loop.runUntilComplete(Programs.turns(9))));
        assertSame(trouble, task.failure());
        loop.runUntilComplete(loop.tasks().get(0));
    }

    @LoopTest
    void memory_that_one_task_asks_for_in_vain_does_not_stop_the_others(TestLoop test) {
        Task<Void> greedy = test.loop().spawn(Programs.failing(new OutOfMemoryError("planted")));
        test.run(() -> Programs.turns(3));
        assertEquals("planted", greedy.failure().getMessage());
    }

    @LoopTest
    void a_stack_overflow_is_a_failure_like_others(TestLoop test) {
        StackOverflowError overflow = new StackOverflowError();
        Task<Void> task = test.loop().spawn(Programs.failing(overflow));
        test.run(() -> Programs.turns(3));
        assertSame(overflow, task.failure());
        test.loop().callSoon(() -> {
            throw overflow;
        });
        test.run(() -> Programs.turns(2));
        assertEquals(1, test.takeFailures().size());
    }
}
