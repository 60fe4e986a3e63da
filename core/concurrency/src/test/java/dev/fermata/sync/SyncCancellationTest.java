package dev.fermata.sync;

import static dev.fermata.Coroutine.await;
import static dev.fermata.loop.EventLoop.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Explorer;
import dev.fermata.exploring.Scenario;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is cancelled at whatever point: no permit is lost, nobody waits in vain. */
@SuppressWarnings("try") // permits are held, not used
class SyncCancellationTest {
    enum Subject {
        LOCK(TakingTurns::new),
        SEMAPHORE(TwoAtATime::new),
        CONDITION(StockAndDemand::new),
        BARRIER(Rounds::new),
        EVENT(StartingGun::new);

        private final Supplier<Scenario> scenario;

        Subject(Supplier<Scenario> scenario) {
            this.scenario = scenario;
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_task_is_cancelled_anywhere(Subject subject) {
        Explorer.cancelOneAnywhere(subject.scenario);
    }

    @ParameterizedTest
    @EnumSource
    void two_tasks_are_cancelled_anywhere(Subject subject) {
        Explorer.cancelTwoByChance(subject.scenario, 42, 500);
    }

    @Test
    void the_exploration_finds_a_permit_that_is_lost() {
        AssertionError found = assertThrows(AssertionError.class, () -> Explorer.cancelOneAnywhere(Forgetful::new));
        assertTrue(found.getMessage().contains("cancelled at point"), found.getMessage());
    }

    private static final class TakingTurns extends Scenario {
        private final Lock lock = new Lock();
        private int inside;

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(turn(), turn(), turn(), turn());
        }

        @Suspendable
        private Coroutine<Void> turn() {
            for (int i = 0; i < 2; i++) {
                try (Permit permit = await(lock.acquire())) {
                    assertEquals(0, inside++, "somebody else is inside");
                    try {
                        point();
                        await(sleep(Duration.ZERO));
                    } finally {
                        inside--;
                    }
                }
                point();
            }
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertAllDone(tasks);
            assertFalse(lock.isLocked());
        }
    }

    /** Does not release the lock when it is cancelled. */
    private static final class Forgetful extends Scenario {
        private final Lock lock = new Lock();

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(turn(), turn());
        }

        @Suspendable
        private Coroutine<Void> turn() {
            await(lock.acquire());
            await(sleep(Duration.ZERO));
            lock.release();
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertFalse(lock.isLocked());
        }
    }

    private static final class TwoAtATime extends Scenario {
        private final Semaphore semaphore = Semaphore.bounded(2);
        private int inside;

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(visit(), visit(), visit(), visit(), visit());
        }

        @Suspendable
        private Coroutine<Void> visit() {
            for (int i = 0; i < 2; i++) {
                try (Permit permit = await(semaphore.acquire())) {
                    assertTrue(++inside <= 2, "too many inside");
                    try {
                        await(sleep(Duration.ZERO));
                        point();
                    } finally {
                        inside--;
                    }
                }
                point();
            }
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertAllDone(tasks);
            assertEquals(2, semaphore.availablePermits());
        }
    }

    private static final class StockAndDemand extends Scenario {
        private final Lock lock = new Lock();
        private final Condition stocked = new Condition(lock);
        private int produced;
        private int consumed;
        private boolean inside;

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(consume(), consume(), consume(), produce(), produce(), produce());
        }

        @Suspendable
        private Coroutine<Void> consume() {
            try (Permit permit = await(lock.acquire())) {
                enter();
                try {
                    while (produced == consumed) {
                        inside = false;
                        try {
                            await(stocked.await());
                        } finally {
                            enter(); // however the wait ends
                        }
                    }
                    consumed++;
                } finally {
                    inside = false;
                }
            }
            point();
            return null;
        }

        @Suspendable
        private Coroutine<Void> produce() {
            try (Permit permit = await(lock.acquire())) {
                enter();
                try {
                    await(sleep(Duration.ZERO));
                    produced++;
                    stocked.signal();
                    point();
                } finally {
                    inside = false;
                }
            }
            point();
            return null;
        }

        private void enter() {
            assertTrue(lock.isLocked());
            assertFalse(inside, "two hold the lock");
            inside = true;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertFalse(lock.isLocked());
            boolean waits = tasks.stream().anyMatch(task -> !task.isDone());
            assertFalse(waits && produced > consumed, "a signal was lost");
        }
    }

    private static final class Rounds extends Scenario {
        private final Barrier barrier = new Barrier(2);
        private final List<Integer> places = new ArrayList<>();

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(rounds(), rounds(), rounds(), rounds(), rounds());
        }

        @Suspendable
        private Coroutine<Void> rounds() {
            point();
            places.add(await(barrier.await()));
            point();
            places.add(await(barrier.await()));
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            long waiting = tasks.stream().filter(task -> !task.isDone()).count();
            assertTrue(waiting < 2, "they wait for each other");
            assertEquals(waiting, barrier.waiting());
            assertFalse(barrier.isBroken());
            assertEquals(Set.of(0, 1), Set.copyOf(places));
            // Whoever comes last goes on at once; the other one may be cancelled before it does.
            assertTrue(Collections.frequency(places, 1) >= Collections.frequency(places, 0), "went through alone");
        }
    }

    private static final class StartingGun extends Scenario {
        private final Event event = new Event();
        private int started;

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(run(), run(), run(), shoot());
        }

        @Suspendable
        private Coroutine<Void> run() {
            point();
            if (await(event.await())) {
                started++;
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> shoot() {
            await(sleep(Duration.ZERO));
            event.set();
            event.clear();
            point();
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertFalse(event.isSet());
            List<Task<?>> runners = tasks.subList(0, 3);
            if (!tasks.get(3).isCancelled()) {
                assertAllDone(runners);
            }
            assertEquals(
                    runners.stream()
                            .filter(runner -> runner.isDone() && !runner.isCancelled())
                            .count(),
                    started);
        }
    }

    private static void assertAllDone(List<Task<?>> tasks) {
        for (Task<?> task : tasks) {
            assertTrue(task.isDone(), () -> task + " waits for ever");
        }
    }
}
