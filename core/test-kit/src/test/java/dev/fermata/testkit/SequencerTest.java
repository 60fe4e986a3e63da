package dev.fermata.testkit;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.testkit.junit.LoopTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequencerTest {
    private final Sequencer order = new Sequencer();

    @Suspendable
    private static Coroutine<Void> passing(Sequencer order, String name, int... points) {
        for (int point : points) {
            await(order.at(point));
            order.step(name);
        }
        return null;
    }

    @LoopTest
    void tasks_interleave_as_told_in_any_order(TestLoop loop, Sequencer points) {
        loop.run(() -> {
            loop.loop().spawn(passing(points, "a", 2, 5));
            loop.loop().spawn(passing(points, "b", 3, 4));
            points.expect(1);
            await(points.at(6));
            points.finish(7);
            return null;
        });
        points.assertTrace(1, 2, "a", 3, "b", 4, "b", 5, "a", 6, 7);
    }

    @Test
    void a_point_out_of_order_is_told_with_what_was_before() {
        order.expect(1);
        order.step("opened");
        String message =
                assertThrows(AssertionError.class, () -> order.expect(3)).getMessage();
        assertEquals("point 3 came where 2 was expected; so far: [1, opened]", message);
        assertThrows(AssertionError.class, () -> order.expect(1));
        assertThrows(AssertionError.class, order::expectUnreached);
        assertThrows(AssertionError.class, () -> order.assertTrace(1, "closed"));
        assertEquals(List.of("1", "opened"), order.trace());
    }

    @Test
    void nothing_comes_after_the_finish() {
        order.expect(1);
        order.finish(2);
        assertThrows(AssertionError.class, () -> order.expect(3));
        assertThrows(AssertionError.class, () -> order.finish(3));
        assertThrows(AssertionError.class, () -> TestLoop.once(() -> order.at(3)));
    }

    @Test
    void a_test_that_expects_points_must_come_to_the_finish() {
        LeftoversError error = assertThrows(
                LeftoversError.class,
                () -> TestLoop.once(loop -> {
                    loop.sequencer().expect(1);
                    return null;
                }));
        assertTrue(error.getMessage().contains("no finish; so far: [1]"), error.getMessage());
    }

    @Test
    void a_point_has_one_task_and_comes_once() {
        assertThrows(
                AssertionError.class,
                () -> TestLoop.once(loop -> {
                    loop.allowLeftovers();
                    loop.loop().spawn(order.at(2));
                    await(order.at(2));
                    return null;
                }));
        Sequencer passed = new Sequencer();
        passed.expect(1);
        assertThrows(AssertionError.class, () -> TestLoop.once(() -> passed.at(1)));
    }

    @Test
    void a_point_that_never_comes_is_a_deadlock() {
        LoopStuckError error = assertThrows(LoopStuckError.class, () -> TestLoop.once(() -> order.at(2)));
        assertTrue(error.getMessage().contains("Sequencer.at"), error.getMessage());
    }
}
