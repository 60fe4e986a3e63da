package dev.fermata.tests.loop.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.inspect.Inspection;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import dev.fermata.loop.LoopView;
import dev.fermata.loop.TaskView;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

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
