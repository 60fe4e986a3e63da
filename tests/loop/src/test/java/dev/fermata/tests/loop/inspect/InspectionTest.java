package dev.fermata.tests.loop.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.inspect.Inspection;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import dev.fermata.loop.LoopView;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.loop.TaskView;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Semaphore;
import dev.fermata.testkit.TestLoop;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What is told of loops, on virtual time, so that ages are what they are. */
class InspectionTest {
    /** What is told after three seconds of the loop of this thread. */
    private static String told(Supplier<String> question, Consumer<EventLoop> spawner) {
        try (TestLoop loop = TestLoop.open()) {
            loop.allowLeftovers();
            spawner.accept(loop.loop());
            return ofThisThread(loop.run(() -> Stuck.asked(question)));
        }
    }

    /** Other tests may have left loops that are idle. */
    private static String ofThisThread(String text) {
        String here = " on thread " + Thread.currentThread().getName() + ",";
        for (String section : text.split("\n\n(?=loop )")) {
            if (section.lines().findFirst().orElse("").contains(here)) {
                return section.strip()
                                .replaceFirst("loop \\d+" + here, "loop N on thread T,")
                                .replaceAll("\\((TestLoop|AsyncQueue|TaskGroup)\\.java:\\d+\\)", "($1.java)")
                        + "\n";
            }
        }
        throw new AssertionError(text);
    }

    @Test
    void a_list_shows_what_tasks_wait_for_and_their_stacks() {
        String text = told(Inspection::text, loop -> {
            loop.spawn("napping", Stuck.twoNaps());
            loop.spawn("consumer", Stuck.consume(AsyncQueue.fifo(1)));
            loop.spawn("forgotten", Stuck.forPromise(new Promise<>(loop)));
            loop.spawn("stopped", Stuck.stubborn());
        });
        assertEquals("""
                loop N on thread T, running: 5 tasks, 0 ready, 2 timers
                  TASK       STATE                AGE    AWAITED BY  WAITS FOR
                  napping    waiting              3.0 s  nobody      sleep, 8.0 s left
                      at dev.fermata.tests.loop.inspect.Stuck.nap(Stuck.java:28)
                      at dev.fermata.tests.loop.inspect.Stuck.twoNaps(Stuck.java:35)
                  consumer   waiting              3.0 s  nobody      AsyncQueue.get
                      at dev.fermata.queue.AsyncQueue.get(AsyncQueue.java)
                      at dev.fermata.tests.loop.inspect.Stuck.consume(Stuck.java:48)
                  forgotten  waiting              3.0 s  nobody      promise
                      at dev.fermata.tests.loop.inspect.Stuck.forPromise(Stuck.java:54)
                  stopped    waiting, cancelling  3.0 s  nobody      sleep, 1.0 s left
                      at dev.fermata.tests.loop.inspect.Stuck.nap(Stuck.java:28)
                      at dev.fermata.tests.loop.inspect.Stuck.stubborn(Stuck.java:104)
                  test       running              3.0 s  nobody
                      at dev.fermata.tests.loop.inspect.Stuck.asked(Stuck.java)
                      at dev.fermata.testkit.TestLoop.started(TestLoop.java)
                """, text);
    }

    @Test
    void a_tree_shows_below_a_task_those_that_it_waits_for() {
        String text = told(Inspection::tree, loop -> {
            loop.spawn("gathering", Stuck.gathering());
            loop.spawn("grouping", Stuck.grouping());
            loop.spawn("shielding", Stuck.shielding());
        });
        assertEquals("""
                loop N on thread T, running: 8 tasks, 0 ready, 4 timers
                  gathering (3.0 s), waiting for promise of 2 others
                    at dev.fermata.tests.loop.inspect.Stuck.gathering(Stuck.java:71)
                      └─ task-5 (3.0 s), waiting for sleep, 2.0 s left
                           at dev.fermata.tests.loop.inspect.Stuck.nap(Stuck.java:28)
                      └─ task-6 (3.0 s), waiting for sleep, 3.0 s left
                           at dev.fermata.tests.loop.inspect.Stuck.nap(Stuck.java:28)
                  grouping (3.0 s), waiting for promise of 1 other
                    at dev.fermata.tasks.TaskGroup.leave(TaskGroup.java)
                    at dev.fermata.tasks.TaskGroup.enter(TaskGroup.java)
                    at dev.fermata.tests.loop.inspect.Stuck.grouping(Stuck.java:77)
                      └─ child (3.0 s), waiting for sleep, 4.0 s left
                           at dev.fermata.tests.loop.inspect.Stuck.nap(Stuck.java:28)
                  shielding (3.0 s), waiting for promise of 1 other
                    at dev.fermata.tests.loop.inspect.Stuck.shielding(Stuck.java:86)
                      └─ shielded (3.0 s), waiting for sleep, 5.0 s left
                           at dev.fermata.tests.loop.inspect.Stuck.nap(Stuck.java:28)
                  test (3.0 s), running
                    at dev.fermata.tests.loop.inspect.Stuck.asked(Stuck.java)
                    at dev.fermata.testkit.TestLoop.started(TestLoop.java)
                """, text);
    }

    @Test
    void tasks_that_await_each_other_are_a_deadlock() {
        String text = told(Inspection::tree, InspectionTest::spawnRing);
        assertEquals("""
                loop N on thread T, running: 4 tasks, 0 ready, 0 timers
                  c (3.0 s), waiting for task a
                    at dev.fermata.tests.loop.inspect.Stuck.forTask(Stuck.java:41)
                      └─ a (3.0 s), waiting for task b
                           at dev.fermata.tests.loop.inspect.Stuck.forTask(Stuck.java:41)
                          └─ b (3.0 s), waiting for task a
                               at dev.fermata.tests.loop.inspect.Stuck.forTask(Stuck.java:41)
                              └─ a, see above
                  test (3.0 s), running
                    at dev.fermata.tests.loop.inspect.Stuck.asked(Stuck.java)
                    at dev.fermata.testkit.TestLoop.started(TestLoop.java)

                  deadlock: a -> b -> a
                    a waits for task b at dev.fermata.tests.loop.inspect.Stuck.forTask(Stuck.java:41)
                    b waits for task a at dev.fermata.tests.loop.inspect.Stuck.forTask(Stuck.java:41)
                """, text);
    }

    private static void spawnRing(EventLoop loop) {
        List<Task<?>> tasks = new ArrayList<>();
        tasks.add(loop.spawn("a", Stuck.forTask(tasks, 1)));
        tasks.add(loop.spawn("b", Stuck.forTask(tasks, 0)));
        tasks.add(loop.spawn("c", Stuck.forTask(tasks, 0)));
    }

    /** The lock keeps no account of its holder: the permit is among the variables of the method. */
    @Test
    void locks_that_are_taken_in_different_orders_are_a_deadlock() {
        String text = told(Inspection::text, loop -> {
            Lock one = new Lock();
            Lock other = new Lock();
            loop.spawn("first", Stuck.both(one, other));
            loop.spawn("second", Stuck.both(other, one));
        });
        assertTrue(text.contains("Lock.acquire, held by second"), text);
        assertTrue(text.endsWith("""

                          deadlock: first -> second -> first
                            first waits for Lock.acquire, held by second at dev.fermata.tests.loop.inspect.Stuck.both(Stuck.java:62)
                            second waits for Lock.acquire, held by first at dev.fermata.tests.loop.inspect.Stuck.both(Stuck.java:62)
                        """), text);
    }

    @Test
    void who_waits_for_one_of_several_permits_is_in_no_deadlock() {
        String text = told(Inspection::text, loop -> {
            Semaphore semaphore = new Semaphore(2);
            for (String name : List.of("s1", "s2", "s3")) {
                loop.spawn(name, Stuck.inSection(semaphore));
            }
        });
        assertTrue(text.contains("Semaphore.acquire, held by s1, s2"), text);
        assertFalse(text.contains("deadlock"), text);
    }

    @Test
    void json_says_the_same_to_programs() {
        try (TestLoop loop = TestLoop.open()) {
            loop.allowLeftovers();
            loop.loop()
                    .spawn("a \"quoted\"\n", Stuck.forTask(new ArrayList<>(), 0))
                    .cancel();
            spawnRing(loop.loop());
            String json = loop.run(() -> Stuck.asked(Inspection::json));
            String ring = "\"deadlocks\":[[2,3]]";
            assertTrue(json.contains(ring), json);
            assertTrue(
                    json.contains(
                            "{\"number\":4,\"name\":\"c\",\"coroutine\":\"dev.fermata.tests.loop.inspect.Stuck.forTask\","
                                    + "\"state\":\"WAITING\",\"age\":3000,\"waitsFor\":\"task a\",\"timeLeft\":null,\"waitsForTasks\":[2],"
                                    + "\"awaitedBy\":[],\"cancelRequests\":0,\"awaitStack\":"
                                    + "[\"dev.fermata.tests.loop.inspect.Stuck.forTask(Stuck.java:41)\"]}"),
                    json);
        }
    }

    @Test
    void a_loop_that_is_blocked_is_looked_at_from_outside() throws Exception {
        CountDownLatch isBlocking = new CountDownLatch(1);
        CountDownLatch isSeen = new CountDownLatch(1);
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "blocked-loop"))) {
            thread.submit(Stuck.nap(0)).get(); // it runs
            thread.submit(Stuck.twoNaps());
            thread.submit(Stuck.blocking(isBlocking, isSeen));
            isBlocking.await();
            LoopView view = viewOf("blocked-loop");
            isSeen.countDown();
            assertEquals(LoopView.State.BLOCKED, view.state());
            assertTrue(
                    view.threadStack().stream()
                            .anyMatch(element -> element.getMethodName().equals("blocking")),
                    view::toString);
            assertEquals(2, view.tasks().size(), view::toString);
            TaskView napping = view.tasks().get(0);
            assertEquals(TaskView.State.WAITING, napping.state());
            assertEquals(28, napping.awaitStack().get(0).getLineNumber());
            assertEquals(TaskView.State.RUNNING, view.tasks().get(1).state());
        }
    }

    private static LoopView viewOf(String thread) {
        return Inspection.loops().stream()
                .filter(loop -> thread.equals(loop.thread()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void loops_are_asked_while_they_work_and_answer_consistently() throws Exception {
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "busy-loop"))) {
            thread.submit(Stuck.nap(0)).get(); // it runs
            var churning = thread.submit(Stuck.churning(20_000));
            int looks = 0;
            do {
                LoopView view = viewOf("busy-loop");
                assertEquals(view.statistics().tasks(), view.tasks().size(), view::toString);
                looks++;
            } while (!churning.isDone());
            churning.get();
            assertTrue(looks > 0);
        }
    }

    /** No promise can be kept of what is seen, but nothing may be thrown. */
    @Test
    void looking_from_outside_at_a_loop_that_works_does_no_harm() throws Exception {
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "racing-loop"))) {
            thread.submit(Stuck.nap(0)).get(); // it runs
            var churning = thread.submit(Stuck.churning(20_000));
            while (!churning.isDone()) {
                LoopView.all(Duration.ZERO);
            }
            churning.get();
        }
    }

    @Test
    void a_hosted_loop_answers_and_a_closed_one_is_gone() throws Exception {
        ExecutorService host = Executors.newSingleThreadExecutor(task -> new Thread(task, "host"));
        EventLoop hosted = EventLoop.on(host);
        hosted.submit(Stuck.nap(3600));
        assertTrue(Inspection.text().contains("loop"), Inspection::text);
        LoopView view = viewOf("host");
        assertEquals(LoopView.State.RUNNING, view.state());
        assertEquals(1, view.tasks().size());
        host.submit(hosted::close).get();
        host.shutdown();
        assertTrue(Inspection.loops().stream().noneMatch(loop -> "host".equals(loop.thread())));
    }

    @Test
    void work_of_other_threads_is_known_as_such() throws Exception {
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "offloading-loop"))) {
            thread.submit(Stuck.offloading());
            thread.submit(Stuck.nap(0)).get(); // by now it waits
            assertEquals(
                    "offloaded work", viewOf("offloading-loop").tasks().get(0).waitsFor());
        }
    }

    @Test
    void a_thousand_tasks_in_a_chain_and_a_tree_of_them() {
        try (TestLoop loop = TestLoop.open()) {
            loop.allowLeftovers();
            List<Task<?>> tasks = new ArrayList<>();
            tasks.add(loop.loop().spawn(Stuck.nap(100)));
            for (int i = 0; i < 5000; i++) {
                tasks.add(loop.loop().spawn(Stuck.forTask(tasks, i)));
            }
            String tree = loop.run(() -> Stuck.asked(Inspection::tree));
            assertTrue(tree.lines().count() > 10_000, () -> tree.lines().count() + " lines");
        }
    }

    @Test
    void jmx_tells_it_too() throws Exception {
        Inspection.registerMBean();
        Inspection.registerMBean(); // does nothing
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("dev.fermata:type=Loops");
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "managed-loop"))) {
            thread.submit(Stuck.nap(0)).get(); // it runs
            thread.submit(Stuck.nap(3600));
            viewOf("managed-loop"); // the task has come in
            assertTrue((int) server.getAttribute(name, "LoopCount") >= 1);
            assertTrue((int) server.getAttribute(name, "TaskCount") >= 1);
            for (String operation : List.of("ps", "tree", "json")) {
                String told = (String) server.invoke(name, operation, null, null);
                assertTrue(told.contains("managed-loop"), told);
            }
        }
    }
}
