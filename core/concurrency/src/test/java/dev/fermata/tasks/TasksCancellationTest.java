package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.loop.EventLoop.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Explorer;
import dev.fermata.exploring.Scenario;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is cancelled at whatever point: the request is not lost, what belonged to the task has ended, the rest has not. */
class TasksCancellationTest {
    enum Subject {
        GROUP(Grouping::new),
        FAILING_GROUP(FailingGroup::new),
        NESTED_GROUPS(NestedGroups::new),
        OPEN_GROUP(OpenGroup::new),
        GATHER(Gathering::new),
        SETTLE(Settling::new),
        SHIELD(Shielding::new),
        TIMEOUT(RunningOut::new),
        WITHIN(Limited::new),
        WAIT(Watching::new),
        AS_COMPLETED(Completing::new);

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
    void two_requests_come_anywhere(Subject subject) {
        Explorer.cancelTwoByChance(subject.scenario, 42, 2000);
    }

    @Test
    void the_exploration_finds_a_request_that_is_lost() {
        AssertionError found = assertThrows(AssertionError.class, () -> Explorer.cancelOneAnywhere(Deaf::new));
        assertTrue(found.getMessage().contains("cancelled at point"), found.getMessage());
    }

    /** Two tasks that do the same, each with tasks of its own. */
    private abstract static class Owners extends Scenario {
        final List<Task<?>> children = new ArrayList<>();

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(body(), body());
        }

        abstract Coroutine<Void> body();

        final <T> Task<T> child(Task<T> child) {
            children.add(child);
            return child;
        }

        final <T> Task<T> spawn(Coroutine<T> coroutine) {
            return child(EventLoop.current().spawn(coroutine));
        }

        /** Works for some turns; takes one more to clean up when it is cancelled. */
        @Suspendable
        final Coroutine<Integer> work(int turns) {
            try {
                for (int i = 0; i < turns; i++) {
                    point();
                    await(sleep(Duration.ZERO));
                }
            } catch (Cancellation cancelled) {
                await(sleep(Duration.ZERO));
                throw cancelled;
            }
            return Coroutine.of(turns);
        }

        /** Lets time pass, and takes a turn to clean up when it is cancelled. */
        @Suspendable
        final Coroutine<Void> idle() {
            try {
                await(sleep(Duration.ofHours(1)));
            } finally {
                await(sleep(Duration.ZERO));
            }
            return null;
        }

        @Suspendable
        final Coroutine<Integer> fail(int turns) {
            await(work(turns));
            throw new Boom("after " + turns);
        }

        @Override
        public void check(List<Task<?>> tasks) {
            for (Task<?> task : tasks) {
                assertTrue(task.isDone(), () -> task + " hangs");
                assertEquals(task.cancelling() > 0, task.isCancelled(), () -> task + " lost a request, or made one up");
            }
            for (Task<?> child : children) {
                assertTrue(child.isDone(), () -> child + " is left");
            }
        }

        final void assertUndisturbed() {
            for (Task<?> child : children) {
                assertFalse(child.isCancelled(), () -> child + " has been cancelled");
            }
        }
    }

    private static final class Grouping extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            List<Task<Integer>> own = new ArrayList<>();
            int result;
            try {
                result = await(TaskGroup.run(group -> {
                    own.add(child(group.fork(work(2))));
                    own.add(child(group.forkEagerly(work(5))));
                    own.add(child(group.fork(Tasks.within(Duration.ofHours(1), work(3)))));
                    return work(3);
                }));
            } finally {
                own.forEach(task -> assertTrue(task.isDone(), "the group has ended before its tasks"));
            }
            assertEquals(3, result);
            own.forEach(task -> assertFalse(task.isCancelled(), "a task was cancelled for nothing"));
            point();
            await(sleep(Duration.ZERO));
            return null;
        }
    }

    private static final class FailingGroup extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            try {
                await(TaskGroup.run(group -> {
                    child(group.fork(fail(3)));
                    child(group.fork(work(9)));
                    return work(9);
                }));
                throw new AssertionError("the failure is lost");
            } catch (ExceptionGroup failures) {
                assertEquals(1, failures.exceptions().size());
            }
            await(sleep(Duration.ZERO));
            return null;
        }
    }

    private static final class NestedGroups extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            try {
                await(TaskGroup.run(outer -> {
                    child(outer.fork(fail(4)));
                    return TaskGroup.run(inner -> {
                        child(inner.fork(fail(3)));
                        child(inner.fork(work(9)));
                        return work(9);
                    });
                }));
                throw new AssertionError("the failure is lost");
            } catch (ExceptionGroup failures) {
                point();
            }
            await(sleep(Duration.ZERO));
            return null;
        }
    }

    private static final class OpenGroup extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            TaskGroup group = TaskGroup.open();
            try {
                Task<Integer> two = child(group.fork(work(2)));
                Task<Integer> four = child(group.fork(work(4)));
                await(work(2));
                await(group.join());
                assertEquals(6, two.result() + four.result());
            } finally {
                await(group.closeAsync());
            }
            TaskGroup left = TaskGroup.open();
            try {
                child(left.fork(work(9)));
                await(work(1));
            } finally {
                await(left.closeAsync());
            }
            return null;
        }
    }

    private static final class Gathering extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            Task<Integer> two = spawn(work(2));
            Task<Integer> four = spawn(work(4));
            assertEquals(List.of(2, 4, 2), await(Tasks.gather(two, four, two)));
            await(work(1));
            return null;
        }
    }

    private static final class Settling extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            Task<Integer> failing = spawn(fail(2));
            Task<Integer> four = spawn(work(4));
            List<Outcome<Integer>> outcomes = await(Tasks.settle(failing, four));
            assertTrue(outcomes.get(0).failure() instanceof Boom);
            assertEquals(4, outcomes.get(1).get());
            await(work(1));
            return null;
        }
    }

    private static final class Shielding extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            assertEquals(5, await(Tasks.shield(spawn(work(5)))));
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            super.check(tasks);
            assertUndisturbed();
        }
    }

    private static final class RunningOut extends Owners {
        private static final Duration SHORT = Duration.ofMillis(2);

        @Override
        @Suspendable
        Coroutine<Void> body() {
            try {
                await(Timeout.after(SHORT, outer -> Timeout.at(outer.deadline().getAsLong(), inner -> idle())));
                throw new AssertionError("it had no time for that");
            } catch (TimedOutException expected) {
                assertEquals(0, Task.current().cancelling());
            }
            int three = await(Timeout.after(Duration.ofHours(1), timeout -> work(3)));
            assertEquals(3, three);
            try {
                await(Timeout.after(SHORT, timeout -> sleep(Duration.ofHours(1))));
                throw new AssertionError("it had no time for that");
            } catch (TimedOutException expected) {
                assertEquals(0, Task.current().cancelling());
            }
            return null;
        }
    }

    private static final class Limited extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            assertEquals(3, await(Tasks.within(Duration.ofHours(1), spawn(work(3)))));
            try {
                await(Tasks.within(Duration.ZERO, work(1)));
                throw new AssertionError("it had no time for that");
            } catch (TimedOutException expected) {
                point();
            }
            try {
                await(Tasks.within(Duration.ofMillis(2), spawn(idle())));
                throw new AssertionError("it had no time for that");
            } catch (TimedOutException expected) {
                assertEquals(0, Task.current().cancelling());
            }
            return null;
        }
    }

    private static final class Watching extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            List<Task<Integer>> tasks = List.of(spawn(work(2)), spawn(work(9)), spawn(work(2)));
            Waited<Task<Integer>> waited = await(Tasks.wait(tasks, Until.FIRST_DONE));
            assertEquals(2, waited.done().size());
            waited = await(Tasks.wait(tasks, Until.ALL_DONE, Duration.ofHours(1)));
            assertEquals(tasks, waited.done());
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            super.check(tasks);
            assertUndisturbed();
        }
    }

    private static final class Completing extends Owners {
        @Override
        @Suspendable
        Coroutine<Void> body() {
            List<Integer> order = new ArrayList<>();
            for (Coroutine<Integer> next : Tasks.asCompleted(List.of(spawn(work(4)), spawn(work(2))))) {
                order.add(await(next));
            }
            assertEquals(List.of(2, 4), order);
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            super.check(tasks);
            assertUndisturbed();
        }
    }

    /** Takes a cancellation for the end of its work. */
    private static final class Deaf extends Owners {
        @Override
        @Suspendable
        @SuppressDiagnostics("FERMATA-022")
        Coroutine<Void> body() {
            try {
                await(work(3));
            } catch (Cancellation ignored) {
                point();
            }
            return null;
        }
    }
}
