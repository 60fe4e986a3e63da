package dev.fermata.tests.loop.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.inspect.Inspection;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopView;
import dev.fermata.loop.Task;
import dev.fermata.loop.TaskView;
import dev.fermata.sync.Condition;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Semaphore;
import dev.fermata.tasks.Until;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rings of tasks are found, and which are none; looked at after three seconds of virtual time. */
class DeadlocksTest {
    private static List<String> deadlocks(Consumer<EventLoop> spawner) {
        String prefix = "  deadlock: ";
        try (TestLoop loop = TestLoop.open()) {
            loop.allowLeftovers();
            spawner.accept(loop.loop());
            String text = loop.run(() -> Stuck.asked(Inspection::text));
            return text.lines()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .toList();
        }
    }

    private static TaskView seen(String name, Consumer<EventLoop> spawner) {
        try (TestLoop loop = TestLoop.open()) {
            loop.allowLeftovers();
            spawner.accept(loop.loop());
            List<TaskView> tasks = new ArrayList<>();
            loop.run(() -> Stuck.asked(() -> {
                Stream<LoopView> running =
                        Inspection.loops().stream().filter(view -> view.state() == LoopView.State.RUNNING);
                running.forEach(view -> tasks.addAll(view.tasks()));
                return "";
            }));
            return tasks.stream()
                    .filter(task -> task.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_gathered_task_that_awaits_who_gathers() {
        assertEquals(
                List.of("outer -> gathered -> outer"),
                deadlocks(loop -> loop.spawn("outer", Rings.gathersOneThatJoinsIt())));
    }

    @Test
    void one_behind_several_promises_that_stand_for_others() {
        assertEquals(
                List.of("outer -> inner -> outer"), deadlocks(loop -> loop.spawn("outer", Rings.gathersGatherings())));
    }

    @Test
    void a_task_of_a_group_that_awaits_the_owner_of_the_group() {
        assertEquals(
                List.of("owner -> forked -> owner"),
                deadlocks(loop -> loop.spawn("owner", Rings.groupsOneThatJoinsIt())));
    }

    @Test
    void who_waits_for_all_waits_for_each() {
        assertEquals(
                List.of("waiting -> first -> waiting"),
                deadlocks(loop -> loop.spawn("waiting", Rings.waitsFor(Until.ALL_DONE))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Until.class,
            names = {"FIRST_DONE", "FIRST_FAILURE"})
    void who_waits_for_any_may_go_on_by_another(Until until) {
        assertEquals(List.of(), deadlocks(loop -> loop.spawn("waiting", Rings.waitsFor(until))));
    }

    @Test
    void futures_of_the_jdk_are_seen_through() {
        assertEquals(
                List.of("outer -> future -> outer"), deadlocks(loop -> loop.spawn("outer", Rings.joinsByFuture())));
    }

    @Test
    void a_task_that_awaits_a_task_of_the_same_number_on_another_loop_is_in_no_ring() {
        try (EventLoop other = new EventLoop()) {
            Task<Void> far = other.spawn("far", Rings.nap(3600));
            Consumer<EventLoop> spawner = loop -> loop.spawn("near", Rings.joinFuture(far.toCompletableFuture()));
            assertEquals(List.of(), deadlocks(spawner));
            TaskView near = seen("near", spawner);
            assertEquals(List.of(), near.waitsForTasks());
            assertEquals(List.of(), near.awaitedBy());
            assertTrue(near.waitsFor().contains("task far"), near::waitsFor);
        }
    }

    @Test
    void philosophers_of_whom_each_has_a_fork() {
        assertEquals(List.of("p0 -> p1 -> p2 -> p3 -> p4 -> p0"), deadlocks(loop -> {
            List<Semaphore> forks =
                    Stream.generate(() -> new Semaphore(1)).limit(5).toList();
            for (int at = 0; at < 5; at++) {
                loop.spawn("p" + at, Rings.dine(forks.get(at), forks.get((at + 1) % 5)));
            }
        }));
    }

    @Test
    void a_lock_that_is_wanted_by_who_has_it() {
        assertEquals(List.of("eager -> eager"), deadlocks(loop -> loop.spawn("eager", Rings.twice(new Lock()))));
    }

    @Test
    void a_permit_that_several_variables_have_is_held_once() {
        Consumer<EventLoop> spawner = loop -> {
            Lock one = new Lock();
            Lock other = new Lock();
            loop.spawn("a", Rings.withCopies(one, other));
            loop.spawn("b", Rings.withCopies(other, one));
        };
        assertEquals("Lock.acquire, held by b", seen("a", spawner).waitsFor());
        assertEquals(List.of("a -> b -> a"), deadlocks(spawner));
    }

    @Test
    void rings_that_have_nothing_to_do_with_each_other_are_told_one_by_one() {
        assertEquals(List.of("eager -> eager", "outer -> gathered -> outer"), deadlocks(loop -> {
            loop.spawn("eager", Rings.twice(new Lock()));
            loop.spawn("outer", Rings.gathersOneThatJoinsIt());
        }));
    }

    @Test
    void who_gives_up_in_time_is_not_stuck() {
        Consumer<EventLoop> spawner = loop -> {
            Lock one = new Lock();
            Lock other = new Lock();
            loop.spawn("patient", Rings.dineWith(one, other));
            loop.spawn("impatient", Rings.within(30, other, one));
        };
        assertEquals(List.of(), deadlocks(spawner));
        assertEquals(Duration.ofSeconds(28), seen("impatient", spawner).timeLeft());
        assertEquals(
                "Lock.acquire, held by patient, at most 28 s more",
                seen("impatient", spawner).waitsFor());
        assertNull(seen("patient", spawner).timeLeft());
    }

    @Test
    void who_waits_for_all_but_only_for_some_time_is_not_stuck() {
        Consumer<EventLoop> spawner = loop -> loop.spawn("looking", Rings.waitsForItself(10));
        assertEquals(List.of(), deadlocks(spawner));
        assertEquals(Duration.ofSeconds(7), seen("looking", spawner).timeLeft());
    }

    @Test
    void a_lock_that_was_released_by_hand_is_not_held() {
        TaskView waiting = seen("b", loop -> {
            Lock one = new Lock();
            Lock other = new Lock();
            loop.spawn("holder", Rings.holding(new Lock(), other));
            loop.spawn("a", Rings.releasedByHand(one, other));
            loop.spawn("c", Rings.holding(one, new Lock()));
            loop.spawn("b", Rings.holding(one, new Lock()));
        });
        assertEquals("Lock.acquire, held by c", waiting.waitsFor());
    }

    @Test
    void who_waits_for_a_signal_does_not_hold_the_lock_meanwhile() {
        Lock lock = new Lock();
        Condition condition = new Condition(lock);
        TaskView waiting = seen("late", loop -> {
            loop.spawn("listener", Rings.awaitSignal(condition));
            loop.spawn("holder", Rings.holding(lock, new Lock()));
            loop.spawn("late", Rings.holding(lock, new Lock()));
        });
        assertEquals("Lock.acquire, held by holder", waiting.waitsFor());
    }

    @Test
    void who_wants_to_take_a_lock_back_does_not_hold_it() {
        Consumer<EventLoop> spawner = loop -> {
            Condition condition = new Condition();
            loop.spawn("listener", Rings.awaitSignal(condition));
            loop.spawn("signaller", Rings.signal(condition));
        };
        assertEquals("Lock.acquire", seen("listener", spawner).waitsFor());
        assertEquals(List.of(), deadlocks(spawner));
    }
}
