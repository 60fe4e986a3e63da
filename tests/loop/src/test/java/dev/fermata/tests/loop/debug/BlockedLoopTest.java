package dev.fermata.tests.loop.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.DebugOptions;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loops whose thread is blocked: by waiting for the very report of it. */
class BlockedLoopTest {
    private static final DebugOptions SOON =
            DebugOptions.defaults().withBlocked(Duration.ofMillis(300)).withSlowStep(Mistakes.HOUR);

    private final Reports reports = new Reports();
    private final EventLoop loop = new EventLoop();

    @AfterEach
    void end() {
        loop.close();
        reports.close();
    }

    /** The report without the methods of the JDK on top, and without those of the test below. */
    private static String withoutOthers(String report) {
        return report.replaceAll("\n\tat (java\\.|jdk\\.|Reports|BlockedLoopTest|org\\.)[^\n]*", "")
                .replaceAll("\n\t\\.\\.\\. \\d+ more", "");
    }

    @Test
    void is_told_while_it_lasts_and_once_more_when_it_is_over() {
        loop.setDebug(SOON);
        String report = loop.runUntilComplete(loop.spawn("reader", Mistakes.blocking(reports)));
        String thread = Thread.currentThread().getName();
        assertEquals(
                "WARNING: the loop of " + thread + " has been blocked for N ms by task reader of coroutine"
                        + " Mistakes.blocking: nothing else can run on it. Have another thread do what takes so long, by"
                        + " EventLoop.offload\nits thread is at\n\tat Mistakes.blocking(Mistakes.java:(blocks))",
                withoutOthers(report));
        assertTrue(report.contains("its thread is at\n\tat java.base"), report);
        assertEquals(
                List.of("WARNING: the loop of " + thread
                        + " goes on after N ms in which it was blocked by task reader of coroutine Mistakes.blocking"),
                reports.taken());
    }

    @Test
    void a_callback_that_blocks_is_told_too() {
        loop.setDebug(SOON);
        CompletableFuture<String> report = new CompletableFuture<>();
        loop.callSoon(() -> report.complete(reports.next()));
        loop.runUntilComplete(Mistakes.turn());
        String begin = "WARNING: the loop of " + Thread.currentThread().getName()
                + " has been blocked for N ms by callback BlockedLoopTest$$Lambda: nothing else";
        assertEquals(begin, report.join().substring(0, begin.length()));
        assertEquals(1, reports.taken().size());
    }

    @Test
    void each_blocking_is_told_once_and_each_loop_by_itself() {
        try (LoopThread one = LoopThread.start(task -> new Thread(task, "one"));
                LoopThread other = LoopThread.start(task -> new Thread(task, "other"))) {
            for (LoopThread thread : List.of(one, other)) {
                CompletableFuture<Void> isOn = new CompletableFuture<>();
                thread.loop().callSoonThreadsafe(() -> {
                    thread.loop().setDebug(SOON);
                    isOn.complete(null);
                });
                isOn.join();
                for (int i = 0; i < 2; i++) {
                    String report = thread.submit(Mistakes.blocking(reports)).join();
                    assertEquals(
                            thread == one ? "one" : "other",
                            report.replaceAll(".*the loop of (\\w+) has(.|\n)*", "$1"));
                    String end = reports.next();
                    assertTrue(end.contains(" goes on after "), end);
                }
            }
        }
        assertEquals(List.of(), reports.taken());
    }
}
