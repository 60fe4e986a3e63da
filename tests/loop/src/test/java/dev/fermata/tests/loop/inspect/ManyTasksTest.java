package dev.fermata.tests.loop.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.inspect.Inspection;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import dev.fermata.loop.LoopView;
import dev.fermata.loop.Task;
import dev.fermata.sync.Semaphore;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Thousands of tasks: what is told of them stays readable, and those who ask get in nobody's way. */
class ManyTasksTest {
    private static final int MANY = 5000;

    private static String told(Supplier<String> question, Consumer<EventLoop> spawner) {
        try (TestLoop loop = TestLoop.open()) {
            loop.allowLeftovers();
            spawner.accept(loop.loop());
            return loop.run(() -> Stuck.asked(question));
        }
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void thousands_that_await_one() {
        String text = told(Inspection::text, loop -> {
            Task<Void> hub = loop.spawn("hub", Rings.nap(3600));
            for (int i = 0; i < MANY; i++) {
                loop.spawn("spoke " + i, Rings.join(hub));
            }
        });
        assertTrue(line(text, "  hub ").contains("spoke 0, spoke 1, spoke 2, spoke 3, spoke 4 and 4995 more"));
        assertTrue(text.length() < MANY * 200, () -> text.length() + " characters");
    }

    @Test
    void thousands_that_share_a_semaphore_which_others_want() {
        String text = told(Inspection::text, loop -> {
            Semaphore semaphore = new Semaphore(MANY);
            for (int i = 0; i < MANY; i++) {
                loop.spawn("inside " + i, Rings.stay(semaphore));
            }
            for (int i = 0; i < MANY; i++) {
                loop.spawn("outside " + i, Rings.stay(semaphore));
            }
        });
        assertTrue(line(text, "  outside 0 ")
                .endsWith("Semaphore.acquire, held by inside 0, inside 1, inside 2, inside 3, inside 4 and 4995 more"));
        assertFalse(text.contains("deadlock"));
    }

    @Test
    void thousands_of_deadlocks() {
        String text = told(Inspection::text, loop -> loop.spawn("owner", Rings.groupsManyThatJoinIt(1000)));
        assertEquals(
                20, text.lines().filter(line -> line.startsWith("  deadlock: ")).count());
        assertTrue(text.contains("\n  and 980 deadlocks more\n"), text);
    }

    @Test
    void names_may_hold_anything() {
        Consumer<EventLoop> spawner = loop -> {
            loop.spawn("two\nlines \u001b[31mred", Rings.nap(3600));
            loop.spawn("long".repeat(100), Rings.nap(3600));
            loop.spawn("short", Rings.nap(3600));
        };
        String text = told(Inspection::text, spawner);
        assertTrue(line(text, "  two lines  [31mred ").contains("sleep"), text);
        assertTrue(line(text, "  short ").length() < 120, text);
        assertTrue(told(Inspection::json, spawner).contains("\"name\":\"two\\u000alines \\u001b[31mred\""));
    }

    @Test
    void thousands_of_pieces_of_offloaded_work() throws Exception {
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        ExecutorService workers = Executors.newSingleThreadExecutor();
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "many-offloads"))) {
            for (int i = 0; i < 4 * MANY; i++) {
                thread.submit(Rings.offloading(workers, mayEnd::get));
            }
            thread.submit(Rings.nap(0)).get(); // by now they wait
            LoopView view = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> viewOf("many-offloads"));
            mayEnd.complete(null);
            assertEquals(LoopView.State.RUNNING, view.state());
            assertEquals(
                    4 * MANY,
                    view.tasks().stream()
                            .filter(task -> "offloaded work".equals(task.waitsFor()))
                            .count());
        } finally {
            workers.shutdownNow();
        }
    }

    private static LoopView viewOf(String thread) {
        return LoopView.all(Duration.ofSeconds(10)).stream()
                .filter(loop -> thread.equals(loop.thread()))
                .findFirst()
                .orElseThrow();
    }

    /** Threads ask in all ways while tasks of all kinds come, wait for each other and go. */
    @Test
    void many_ask_while_tasks_of_all_kinds_come_and_go() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(4);
        try (LoopThread thread = LoopThread.start(task -> new Thread(task, "mill"))) {
            CompletableFuture<Integer> mill = thread.submit(Mill.run(400));
            List<CompletableFuture<Integer>> asking = List.<Supplier<?>>of(
                            Inspection::text, Inspection::tree, Inspection::json, () -> LoopView.all(Duration.ZERO))
                    .stream()
                    .map(question -> CompletableFuture.supplyAsync(() -> askUntil(mill, question), askers))
                    .collect(Collectors.toList());
            assertEquals(400 * Mill.TASKS_PER_ROUND, mill.get());
            for (CompletableFuture<Integer> asker : asking) {
                assertTrue(asker.get() > 0);
            }
        } finally {
            askers.shutdown();
        }
    }

    private static int askUntil(CompletableFuture<?> end, Supplier<?> question) {
        int asked = 0;
        do {
            question.get();
            asked++;
        } while (!end.isDone());
        return asked;
    }
}
