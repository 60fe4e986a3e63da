package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One turn runs what is ready when it begins, and nothing that becomes ready in it. */
class FairnessTest {
    private final List<String> trace = new ArrayList<>();

    @LoopTest
    void what_becomes_ready_in_a_turn_waits_for_the_next(TestLoop test) {
        EventLoop loop = test.loop();
        loop.callSoon(() -> {
            trace.add("first");
            loop.callSoon(() -> trace.add("third"));
        });
        loop.callSoon(() -> trace.add("second"));
        test.run(() -> Programs.turns(3));
        assertEquals(List.of("first", "second", "third"), trace);
    }

    @LoopTest
    void a_callback_that_always_adds_another_starves_neither_tasks_nor_timers(TestLoop test) {
        EventLoop loop = test.loop();
        int[] rounds = {0};
        boolean[] isTimeUp = {false};
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            rounds[0] += isTimeUp[0] ? 0 : 1;
            test.clock().advance(Duration.ofMillis(1));
            if (!isTimeUp[0]) {
                loop.callSoon(again[0]);
            }
        };
        loop.callSoon(again[0]);
        loop.callLater(Duration.ofMillis(10), () -> isTimeUp[0] = true);
        test.run(() -> {
            while (!isTimeUp[0]) {
                await(Programs.turn());
            }
            return null;
        });
        assertEquals(11, rounds[0]); // the last one stood before the timer in its turn
    }

    @LoopTest
    void tasks_that_yield_have_turns_in_turn(TestLoop test) {
        int[] count = new int[5];
        test.run(() -> {
            List<Task<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < count.length; i++) {
                tasks.add(test.loop().spawn(counting(count, i)));
            }
            for (Task<Void> task : tasks) {
                await(task);
            }
            return null;
        });
    }

    /** In whatever order the tasks of a turn run, nobody is more than one turn ahead. */
    @Suspendable
    private static Coroutine<Void> counting(int[] count, int mine) {
        for (int i = 0; i < 20; i++) {
            count[mine]++;
            for (int other : count) {
                assertTrue(Math.abs(count[mine] - other) <= 1, () -> Arrays.toString(count));
            }
            await(Programs.turn());
        }
        return null;
    }

    @LoopTest
    void what_another_thread_would_bring_comes_before_timers_that_are_due(TestLoop test) {
        EventLoop loop = test.loop();
        test.run(() -> {
            loop.callLater(Duration.ofMillis(1), () -> trace.add("timer"));
            loop.callSoon(() -> trace.add("ready"));
            loop.callSoonThreadsafe(() -> trace.add("door"));
            test.clock().advance(Duration.ofMillis(1));
            await(Programs.turns(2));
            return null;
        });
        assertEquals(List.of("ready", "door", "timer"), trace);
    }
}
