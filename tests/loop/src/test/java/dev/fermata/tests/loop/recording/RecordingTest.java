package dev.fermata.tests.loop.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of loops in real time, recorded by this JVM. */
@Timeout(60)
class RecordingTest {
    private static final String KITCHEN = "dev.fermata.tests.loop.recording.Kitchen.";

    private static String stack(String... methods) {
        return KITCHEN + String.join("\n" + KITCHEN, methods);
    }

    @Test
    void tasks_start_and_end() {
        Recorded recorded = Recorded.of(() -> EventLoop.run(Kitchen.serve()), "TaskStart", "TaskEnd");
        assertEquals(
                List.of("task-1 | 1 | " + KITCHEN + "serve | null", "eggs | 2 | " + KITCHEN + "cook | task-1"),
                recorded.table("TaskStart", "task", "number", "coroutine", "by"));
        assertEquals(List.of("eggs | value", "task-1 | value"), recorded.table("TaskEnd", "task", "outcome"));
        for (RecordedEvent end : recorded.all("TaskEnd")) {
            assertTrue(end.getDuration().toMillis() >= 5, end::toString);
        }
    }

    @Test
    void a_start_tells_where_it_was_spawned() {
        Recorded recorded = Recorded.of(() -> EventLoop.run(Kitchen.serve()), "TaskStart");
        String at = recorded.all("TaskStart").get(1).getString("spawnedAt");
        assertTrue(at.startsWith(stack("serve(Kitchen.java:30)") + "\n" + RecordingTest.class.getName()), at);
    }

    @Test
    void a_failure_is_told_with_the_end() {
        Recorded recorded = Recorded.of(
                () -> assertThrows(IllegalStateException.class, () -> EventLoop.run(Kitchen.burn())), "TaskEnd");
        assertEquals(List.of("failed: java.lang.IllegalStateException: burnt"), recorded.table("TaskEnd", "outcome"));
    }

    @Test
    void steps_tell_what_the_task_waits_for_then() {
        Recorded recorded = Recorded.of(() -> EventLoop.run(Kitchen.serve()), "TaskStep");
        assertEquals(
                List.of("task-1 | task eggs", "eggs | sleep", "eggs | null", "task-1 | null"),
                recorded.table("TaskStep", "task", "waitsFor"));
        assertEquals(
                stack("boil(Kitchen.java:19)", "cook(Kitchen.java:25)"),
                recorded.all("TaskStep").get(1).getString("awaitStack"));
        assertNull(recorded.all("TaskStep").get(2).getString("awaitStack"));
    }

    @Test
    void waits_tell_for_what_and_how_long() {
        Recorded recorded = Recorded.of(() -> EventLoop.run(Kitchen.serve()), "TaskSuspended");
        assertEquals(
                List.of("eggs | sleep", "task-1 | task eggs"), recorded.table("TaskSuspended", "task", "waitedFor"));
        RecordedEvent sleep = recorded.all("TaskSuspended").get(0);
        assertEquals(stack("boil(Kitchen.java:19)", "cook(Kitchen.java:25)"), sleep.getString("awaitStack"));
        assertTrue(sleep.getDuration().toMillis() >= 4, sleep::toString);
        assertEquals(
                stack("serve(Kitchen.java:31)"),
                recorded.all("TaskSuspended").get(1).getString("awaitStack"));
    }

    @Test
    void a_step_that_is_slow_is_told_without_being_asked_for() {
        Recorded recorded = Recorded.of(() -> EventLoop.run(Kitchen.chop(() -> busy(Duration.ofMillis(120)))));
        RecordedEvent slow = recorded.only("SlowStep");
        assertTrue(slow.getDuration().toMillis() >= 100, slow::toString);
        assertEquals(KITCHEN + "chop", slow.getString("coroutine"));
        assertEquals(stack("chop(Kitchen.java:37)"), slow.getString("resumedAt"));
        assertEquals("its turn", slow.getString("waitsFor"));
        assertEquals(stack("chop(Kitchen.java:38)"), slow.getString("awaitStack"));
    }

    private static void busy(Duration time) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void so_is_a_slow_callback() {
        Recorded recorded = Recorded.of(() -> {
            try (EventLoop loop = new EventLoop()) {
                loop.callSoon(() -> {
                    busy(Duration.ofMillis(120));
                    loop.stop();
                });
                loop.runForever();
            }
        });
        RecordedEvent slow = recorded.only("SlowStep");
        assertEquals("callback in " + RecordingTest.class.getName(), slow.getString("coroutine"));
        assertNull(slow.getString("task"));
    }

    @Test
    void a_loop_is_told_to_be_blocked_while_it_is() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        RecordedEvent[] blocked = {null};
        try (RecordingStream stream = new RecordingStream()) {
            stream.enable(Recorded.PREFIX + "LoopBlocked").withPeriod(Duration.ofMillis(20));
            stream.onEvent(Recorded.PREFIX + "LoopBlocked", event -> {
                blocked[0] = event;
                told.countDown();
            });
            stream.setReuse(false);
            stream.startAsync();
            EventLoop.run(Kitchen.chop(() -> await(told)));
        }
        assertEquals(KITCHEN + "chop", blocked[0].getString("coroutine"));
        assertEquals("task-1", blocked[0].getString("task"));
        assertTrue(blocked[0].getDuration("blockedFor").toMillis() >= 1, blocked[0]::toString);
        String stack = blocked[0].getString("threadStack");
        assertTrue(stack.contains("java.util.concurrent.CountDownLatch.await(CountDownLatch.java"), stack);
        assertTrue(stack.endsWith(KITCHEN + "chop(Kitchen.java:37)"), stack);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(50, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_cancellation_tells_who_where_and_why() {
        Recorded recorded = Recorded.of(() -> {
            try (EventLoop loop = new EventLoop()) {
                Task<String> cooking = loop.spawn("cooking", Kitchen.cook());
                loop.runUntilComplete(Kitchen.chop(() -> {}));
                cooking.cancel("closed");
                assertThrows(Cancellation.class, () -> loop.runUntilComplete(cooking));
            }
        });
        assertEquals(
                List.of("cooking | closed | null | " + stack("boil(Kitchen.java:19)", "cook(Kitchen.java:25)")),
                recorded.table("TaskCancelled", "task", "reason", "by", "awaitStack"));
        String at = recorded.only("TaskCancelled").getString("cancelledAt");
        assertTrue(at.startsWith(RecordingTest.class.getName()), at);
    }

    @Test
    void a_task_that_is_left_when_the_loop_is_closed_has_been_dropped() {
        Recorded recorded = Recorded.of(() -> {
            EventLoop loop = new EventLoop();
            loop.spawn("waiter", Kitchen.waitForGuests(new Promise<>(loop)));
            loop.runUntilComplete(Kitchen.chop(() -> {}));
            loop.close();
        });
        assertEquals(
                List.of("waiter | the loop was closed while the task was pending | "
                        + stack("waitForGuests(Kitchen.java:59)")),
                recorded.table("CoroutineDropped", "task", "reason", "awaitStack"));
    }

    @Test
    void so_has_an_asynchronous_generator_that_nobody_uses_any_more() {
        Recorded recorded = Recorded.of(() -> {
            try (EventLoop loop = new EventLoop()) {
                boolean[] isClosed = {false};
                loop.runUntilComplete(Kitchen.takeOne(isClosed));
                while (!isClosed[0]) {
                    System.gc();
                    loop.runUntilComplete(Kitchen.chop(() -> {}));
                }
            }
        });
        RecordedEvent dropped = recorded.only("CoroutineDropped");
        assertEquals("async generator " + KITCHEN + "plates", dropped.getString("coroutine"));
        assertEquals(stack("plates(Kitchen.java:67)"), dropped.getString("awaitStack"));
    }

    @Test
    void a_loop_notices_when_recording_begins_and_ends() throws Exception {
        try (LoopThread network = LoopThread.start(task -> new Thread(task, "network"))) {
            network.submit(Kitchen.serve()).get();
            Recorded first = Recorded.of(() -> network.submit(Kitchen.serve()).join(), "TaskEnd");
            network.submit(Kitchen.serve()).get();
            Recorded second = Recorded.of(() -> network.submit(Kitchen.serve()).join(), "TaskStart");
            assertEquals(List.of("eggs", "task-3"), first.table("TaskEnd", "task"));
            assertEquals(List.of("task-7", "eggs"), second.table("TaskStart", "task"));
            assertEquals(List.of(), second.all("TaskEnd"));
            assertEquals("network", second.all("TaskStart").get(0).getThread().getJavaName());
        }
    }

    @Test
    void so_does_one_that_never_waits() throws Exception {
        boolean[] isEnough = {false};
        try (LoopThread stove = LoopThread.start(task -> new Thread(task, "stove"));
                Recording recording = new Recording()) {
            var stirred = stove.submit(Kitchen.stir(isEnough));
            recording.enable(Recorded.PREFIX + "TaskStep").withThreshold(Duration.ZERO);
            recording.start();
            Recorded recorded;
            do {
                recorded = Recorded.of(recording);
            } while (recorded.all("TaskStep").isEmpty());
            stove.loop().callSoonThreadsafe(() -> isEnough[0] = true);
            stirred.get();
            assertEquals("task-1", recorded.all("TaskStep").get(0).getString("task"));
        }
    }

    @Test
    void loops_are_told_apart_by_number() {
        Coroutine<Void> first = Kitchen.chop(() -> {});
        Coroutine<Void> second = Kitchen.chop(() -> {});
        Recorded recorded = Recorded.of(
                () -> {
                    EventLoop.run(first);
                    EventLoop.run(second);
                },
                "TaskEnd");
        List<RecordedEvent> ends = recorded.all("TaskEnd");
        assertEquals(1, ends.get(1).getInt("loop") - ends.get(0).getInt("loop"));
    }
}
