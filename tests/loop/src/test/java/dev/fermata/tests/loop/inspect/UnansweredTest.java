package dev.fermata.tests.loop.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.inspect.Inspection;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import dev.fermata.loop.LoopView;
import dev.fermata.loop.Task;
import dev.fermata.loop.TaskView;
import dev.fermata.testkit.TestLoop;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops that cannot or will not say what they do, and those who ask them all the same. */
class UnansweredTest {
    /** For loops that do answer, if their thread gets a turn on a machine that is busy. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static TaskView taskNamed(String name) {
        return Inspection.loops().stream()
                .flatMap(loop -> loop.tasks().stream())
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_host_that_refuses_to_run_the_loop_does_no_harm() {
        AtomicBoolean isDown = new AtomicBoolean();
        Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
        EventLoop loop = EventLoop.on(turn -> {
            if (isDown.get()) {
                throw new RejectedExecutionException("shut down");
            }
            turns.add(turn);
        });
        try {
            loop.spawn("of a host that is down", Rings.nap(3600));
            turns.remove().run();
            isDown.set(true);
            TaskView task = taskNamed("of a host that is down");
            assertEquals(TaskView.State.WAITING, task.state());
            assertTrue(task.waitsFor().startsWith("sleep, "), task::waitsFor);
        } finally {
            loop.close();
        }
    }

    @Test
    void many_that_do_not_answer_take_no_longer_than_one() {
        List<EventLoop> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                EventLoop loop = EventLoop.on(turn -> {});
                silent.add(loop);
                loop.spawn("silent", Rings.nap(3600));
            }
            List<LoopView> views = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Inspection.loops());
            assertEquals(
                    100,
                    views.stream()
                            .filter(view -> view.state() == LoopView.State.IDLE)
                            .filter(view -> view.tasks().stream()
                                    .anyMatch(task -> task.name().equals("silent")))
                            .count());
        } finally {
            silent.forEach(EventLoop::close);
        }
    }

    @Test
    void a_question_is_not_answered_when_nobody_waits_for_it_any_more() throws Exception {
        CountDownLatch isBlocking = new CountDownLatch(1);
        CountDownLatch isSeen = new CountDownLatch(1);
        List<Thread> tellers = new ArrayList<>();
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "forgetful-loop"))) {
            thread.submit(Odd.parkedAt(new Odd.Telling(tellers)));
            thread.submit(Stuck.blocking(isBlocking, isSeen));
            isBlocking.await();
            Inspection.loops();
            isSeen.countDown();
            thread.submit(Rings.nap(0)).get(); // whatever came before has had its turn
            assertEquals(
                    List.of(Thread.currentThread()), tellers.stream().distinct().toList());
        }
    }

    @Test
    void who_is_interrupted_learns_it_later() throws Exception {
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "patient-loop"))) {
            thread.submit(Rings.nap(0)).get(); // it runs
            Thread.currentThread().interrupt();
            List<LoopView> views = LoopView.all(LONG);
            assertTrue(Thread.interrupted());
            assertTrue(views.stream()
                    .anyMatch(view -> "patient-loop".equals(view.thread()) && view.state() == LoopView.State.RUNNING));
        }
    }

    @Test
    void a_wait_of_the_users_own_that_fails_to_describe_itself_is_named_by_its_class() throws Exception {
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "odd-loop"))) {
            thread.submit(Odd.parkedAt(new Odd.Mute()));
            thread.submit(Rings.nap(0)).get(); // by now it waits
            LoopView view = LoopView.all(LONG).stream()
                    .filter(loop -> "odd-loop".equals(loop.thread()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(LoopView.State.RUNNING, view.state());
            assertEquals(
                    Odd.Mute.class.getName()
                            + " (its name: java.lang.IllegalStateException: no name)"
                            + " (who holds it: java.lang.IllegalStateException: nobody knows)",
                    view.tasks().get(0).waitsFor());
        }
    }

    /** Fails in ways that stay with whoever fails. */
    private static Stream<Supplier<?>> failures() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("odd");
                },
                () -> {
                    throw new NoClassDefFoundError("odd");
                },
                () -> {
                    throw new StackOverflowError("odd");
                },
                () -> {
                    throw new IllegalStateException() {
                        @Override
                        public String toString() {
                            throw new IllegalStateException("odder");
                        }
                    };
                },
                () -> null);
    }

    private static void spawnOdd(EventLoop loop, Supplier<?> answer) {
        List<Task<?>> tasks = new ArrayList<>();
        tasks.add(loop.spawn("wanting", Odd.parkedAt(new Odd.Wanting("the lock"))));
        tasks.add(loop.spawn("keeping", Odd.keeping(new Odd.Answering(answer), tasks, 0)));
    }

    private static void assertShowsOdd(LoopView view) {
        assertEquals(
                List.of("Wanting.park", "task wanting"),
                view.tasks().stream()
                        .filter(task -> List.of("wanting", "keeping").contains(task.name()))
                        .map(task -> task.waitsFor().replaceFirst(" \\(.*", ""))
                        .toList(),
                view::toString);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_objects_of_the_users_own_fail_to_say_hides_nothing_of_a_loop_that_answers(Supplier<?> answer) {
        try (TestLoop loop = TestLoop.open()) {
            loop.allowLeftovers();
            spawnOdd(loop.loop(), answer);
            List<LoopView> views = new ArrayList<>();
            loop.run(() -> Stuck.asked(() -> views.addAll(Inspection.loops()) ? "" : "none"));
            assertShowsOdd(viewWithOdd(views));
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_objects_of_the_users_own_fail_to_say_hides_nothing_of_a_loop_that_is_idle(Supplier<?> answer) {
        try (EventLoop loop = new EventLoop()) {
            spawnOdd(loop, answer);
            loop.runUntilComplete(Rings.nap(0));
            loop.runUntilComplete(Rings.nap(0)); // by now they wait
            assertShowsOdd(viewWithOdd(Inspection.loops()));
        }
    }

    private static LoopView viewWithOdd(List<LoopView> views) {
        return views.stream()
                .filter(view ->
                        view.tasks().stream().anyMatch(task -> task.name().equals("keeping")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(views));
    }

    @Test
    void what_a_task_keeps_and_cannot_tell_is_said_where_it_waits() {
        try (EventLoop loop = new EventLoop()) {
            spawnOdd(loop, failures().iterator().next());
            loop.runUntilComplete(Rings.nap(0));
            loop.runUntilComplete(Rings.nap(0)); // by now they wait
            assertEquals(
                    "task wanting (what it holds: java.lang.IllegalStateException: odd)"
                            + " (until when: java.lang.IllegalStateException: odd)",
                    taskNamed("keeping").waitsFor());
        }
    }

    @Test
    void a_loop_that_is_stuck_in_its_first_turns_has_tasks_that_grow_old() throws Exception {
        CountDownLatch isBlocking = new CountDownLatch(1);
        CountDownLatch isSeen = new CountDownLatch(1);
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "young-loop"))) {
            thread.submit(Stuck.blocking(isBlocking, isSeen));
            isBlocking.await();
            LoopView view = Inspection.loops().stream()
                    .filter(loop -> "young-loop".equals(loop.thread()))
                    .findFirst()
                    .orElseThrow();
            isSeen.countDown();
            assertEquals(LoopView.State.BLOCKED, view.state());
            Duration age = view.tasks().get(0).age();
            assertTrue(age.toMillis() >= 300, age::toString); // for so long, the loop has not answered
        }
    }

    /** JConsole asks every few seconds, and a view of a loop with many tasks takes seconds of the loop's own. */
    @Test
    void who_only_counts_does_not_look_at_tasks() throws Exception {
        Inspection.registerMBean();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("dev.fermata:type=Loops");
        List<Thread> tellers = new CopyOnWriteArrayList<>();
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "counted-loop"))) {
            thread.submit(Odd.parkedAt(new Odd.Telling(tellers)));
            thread.submit(Rings.nap(0)).get(); // by now it waits
            assertTrue((int) server.getAttribute(name, "LoopCount") >= 1);
            assertTrue((int) server.getAttribute(name, "TaskCount") >= 1);
            assertEquals(List.of(), tellers);
        }
    }

    @Test
    void the_thread_of_a_host_may_ask_although_it_keeps_the_loop_from_answering() throws Exception {
        ExecutorService host = Executors.newSingleThreadExecutor();
        EventLoop loop = EventLoop.on(host);
        try {
            host.submit(() -> loop.spawn("hosted", Rings.nap(3600))).get();
            assertEquals(
                    TaskView.State.WAITING,
                    host.submit(() -> taskNamed("hosted")).get().state());
        } finally {
            host.submit(loop::close).get();
            host.shutdown();
        }
    }

    @Test
    void loops_may_ask_each_other_at_the_same_time() throws Exception {
        try (LoopThread one = LoopThread.start(Thread::new);
                LoopThread other = LoopThread.start(Thread::new)) {
            var first = one.submit(Stuck.asked(Inspection::tree));
            var second = other.submit(Stuck.asked(Inspection::json));
            assertTrue(first.get().contains("Stuck.asked"));
            assertTrue(second.get().contains("Stuck.asked"));
        }
    }

    @Test
    void a_loop_that_everybody_has_forgotten_is_not_kept() throws InterruptedException {
        WeakReference<EventLoop> forgotten = new WeakReference<>(forgottenLoop());
        for (int i = 0; i < 100 && forgotten.get() != null; i++) {
            Inspection.loops();
            System.gc();
            Thread.sleep(10); // the collector needs time of its own
        }
        assertEquals(null, forgotten.get());
    }

    private static EventLoop forgottenLoop() {
        EventLoop loop = EventLoop.on(turn -> {});
        loop.spawn(Rings.nap(3600));
        assertNotEquals(List.of(), Inspection.loops());
        return loop;
    }
}
