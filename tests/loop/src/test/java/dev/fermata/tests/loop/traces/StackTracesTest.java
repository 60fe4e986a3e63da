package dev.fermata.tests.loop.traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.ExceptionGroup;
import dev.fermata.testkit.TestLoop;
import dev.fermata.tests.loop.traces.Shop.NoSuchUser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a stack trace tells of who awaited. */
@Tag("H7")
class StackTracesTest {
    private static List<String> traceOf(Coroutine<?> program) {
        return traceOf(() -> EventLoop.run(program));
    }

    private static List<String> traceOf(Executable program) {
        return trace(assertThrows(NoSuchUser.class, program));
    }

    /** The elements down to this class: methods with their lines, and what the others say in brackets. */
    private static List<String> trace(Throwable failure) {
        List<String> trace = new ArrayList<>();
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().equals(StackTracesTest.class.getName())) {
                return trace;
            }
            trace.add(brief(element));
        }
        throw new AssertionError("the trace does not lead back to the caller", failure);
    }

    private static String brief(StackTraceElement element) {
        String name = element.getClassName().replaceFirst(".*\\.", "");
        return switch (name) {
            case "fermata" -> "-- " + element.getFileName();
            case "Shop" -> element.getMethodName() + ":" + element.getLineNumber();
            default -> name + "." + element.getMethodName();
        };
    }

    @Test
    void the_callers_that_are_suspended_follow_those_on_the_stack() {
        assertEquals(List.of("lookUp:41", "find:47", "-- awaited by", "load:52", "ship:57"), traceOf(Shop.ship(7)));
    }

    @Test
    void what_has_not_suspended_reads_as_if_nothing_were_woven() {
        assertEquals(List.of("lookUp:41", "findAtOnce:66", "shipAtOnce:71"), traceOf(Shop.shipAtOnce(7)));
    }

    @Test
    void a_failure_of_a_task_tells_who_awaited_the_task() {
        assertEquals(
                List.of("lookUp:41", "find:47", "-- awaited by", "load:52", "-- fetch, awaited by", "awaitTask:78"),
                traceOf(Shop.awaitTask()));
    }

    @Test
    void so_does_the_failure_of_a_task_that_had_ended_before_it_was_awaited() {
        assertEquals(
                List.of(
                        "lookUp:41",
                        "findAtOnce:66",
                        "-- fetch, awaited by",
                        "awaitTaskThatHasFailed:85",
                        "-- awaited by",
                        "outer:119"),
                traceOf(Shop.outer(Shop.awaitTaskThatHasFailed())));
    }

    @Test
    void through_a_gather() {
        assertEquals(
                List.of("lookUp:41", "find:47", "-- awaited by", "load:52", "-- awaited by", "gatherAll:90"),
                traceOf(Shop.gatherAll()));
    }

    @Test
    void through_a_group() {
        ExceptionGroup group = assertThrows(ExceptionGroup.class, () -> EventLoop.run(Shop.outer(Shop.inGroup())));
        assertEquals(
                List.of(
                        "TaskGroup.throwResult",
                        "TaskGroup.leave",
                        "-- awaited by",
                        "TaskGroup.enter",
                        "inGroup:101",
                        "outer:119"),
                trace(group));
        assertEquals(
                List.of(
                        "lookUp:41",
                        "find:47",
                        "-- awaited by",
                        "load:52",
                        "-- awaited by",
                        "TaskGroup.enter",
                        "inGroup:101",
                        "outer:119"),
                trace(group.exceptions().get(0)));
    }

    @Test
    void a_cause_keeps_its_own_way() {
        NoSuchUser failure = assertThrows(NoSuchUser.class, () -> EventLoop.run(Shop.outer(Shop.wrapping())));
        assertEquals(List.of("wrapping:113", "-- awaited by", "outer:119"), trace(failure));
        assertEquals(
                List.of("lookUp:41", "find:47", "-- awaited by", "load:52", "wrapping:111", "outer:119"),
                trace(failure.getCause()));
    }

    @Test
    void a_cause_that_has_only_been_on_the_stack_gets_the_callers_of_what_wraps_it() {
        NoSuchUser failure =
                assertThrows(NoSuchUser.class, () -> EventLoop.run(Shop.outer(Shop.wrappingWhatIsPlain())));
        assertEquals(List.of("wrappingWhatIsPlain:128", "-- awaited by", "outer:119"), trace(failure));
        assertEquals(
                List.of("lookUp:41", "wrappingWhatIsPlain:126", "-- awaited by", "outer:119"),
                trace(failure.getCause()));
    }

    @Test
    void so_does_what_is_suppressed() {
        NoSuchUser failure = assertThrows(NoSuchUser.class, () -> EventLoop.run(Shop.outer(Shop.closing())));
        assertEquals(
                List.of("lookUp:41", "find:47", "-- awaited by", "load:52", "closing:221", "outer:119"),
                trace(failure));
        assertEquals(
                List.of("lookUp:41", "Shop$Stuck.close", "closing:220", "-- awaited by", "outer:119"),
                trace(failure.getSuppressed()[0]));
    }

    @Test
    void a_failure_that_is_thrown_on_after_another_wait_is_not_extended_twice() {
        assertEquals(
                List.of("lookUp:41", "find:47", "-- awaited by", "load:52", "rethrowing:135", "outer:119"),
                traceOf(Shop.outer(Shop.rethrowing())));
    }

    @Test
    void generators_show_who_iterates() {
        assertEquals(
                List.of("lookUp:41", "numbers:147", "Iterable.forEach"),
                traceOf(() -> Shop.numbers(2).forEach(number -> {})));
        assertEquals(
                List.of("lookUp:41", "numbers:147", "-- called by", "twice:153", "Iterable.forEach"),
                traceOf(() -> Shop.twice(2).forEach(number -> {})));
    }

    @Test
    void a_generator_within_a_coroutine_shows_both_chains_where_they_belong() {
        assertEquals(
                List.of(
                        "lookUp:41",
                        "numbers:147",
                        "-- called by",
                        "twice:153",
                        "Iterable.forEach",
                        "iterating:239",
                        "-- awaited by",
                        "outer:119"),
                traceOf(Shop.outer(Shop.iterating())));
    }

    @Test
    void asynchronous_generators_show_who_asked_for_the_value() {
        assertEquals(List.of("lookUp:41", "find:47", "-- awaited by", "ticks:163", "sum:170"), traceOf(Shop.sum()));
    }

    @Test
    void methods_that_return_futures_appear_once() {
        assertEquals(
                List.of("lookUp:41", "asFuture:179", "-- awaited by", "awaitFuture:192"), traceOf(Shop.awaitFuture()));
        Throwable failure =
                Shop.asFutureAtOnce(1).handle((value, error) -> error).join();
        assertEquals(List.of("lookUp:41", "asFutureAtOnce:187"), trace(failure));
    }

    @Test
    void offloaded_work_shows_who_awaits_it() {
        List<String> trace = traceOf(Shop.outer(Shop.offloaded()));
        assertEquals("lookUp:41", trace.get(0));
        assertTrue(trace.get(1).matches("lambda.offloaded.\\d:206"), trace::toString);
        assertEquals(
                List.of("-- awaited by", "offloaded:206", "outer:119"), trace.subList(trace.size() - 3, trace.size()));
    }

    @Test
    void a_stage_that_has_failed_on_another_thread_shows_who_awaits_it() throws InterruptedException {
        CompletableFuture<String> stage = new CompletableFuture<>();
        NoSuchUser failure = new NoSuchUser("made here");
        Thread other = new Thread(() -> stage.completeExceptionally(failure));
        other.start();
        other.join();
        assertSame(failure, assertThrows(NoSuchUser.class, () -> EventLoop.run(Shop.outer(Shop.awaitStage(stage)))));
        List<String> places =
                Stream.of(failure.getStackTrace()).map(StackTracesTest::brief).toList();
        assertEquals("StackTracesTest.a_stage_that_has_failed_on_another_thread_shows_who_awaits_it", places.get(0));
        assertEquals(1, places.stream().filter("awaitStage:232"::equals).count(), places::toString);
    }

    @Test
    void each_of_several_that_await_sees_itself() {
        assertEquals(
                List.of(
                        List.of("awaitPromise:227", "seenBy:251"),
                        List.of("awaitPromise:227", "outer:119", "seenBy:251")),
                TestLoop.once(Shop::seenByTwo));
    }

    @Test
    void an_exception_that_is_raised_by_hand_shows_where() {
        Coroutine<String> program = Shop.outer(Shop.raisedByHand());
        assertEquals("trap", program.send(null));
        NoSuchUser raised = new NoSuchUser("by hand");
        assertSame(raised, assertThrows(NoSuchUser.class, () -> program.raise(raised)));
        assertEquals(
                "[an_exception_that_is_raised_by_hand_shows_where, -- thrown at, raisedByHand:245, outer:119]",
                List.of(raised.getStackTrace()).subList(0, 4).stream()
                        .map(element -> element.getClassName().equals(StackTracesTest.class.getName())
                                ? element.getMethodName()
                                : brief(element))
                        .toList()
                        .toString());
    }

    @Test
    void a_deep_recursion_is_shown_at_both_ends() {
        List<String> trace = traceOf(Shop.outer(Shop.depth(3000)));
        assertTrue(trace.size() < 2048, () -> trace.size() + " elements");
        assertEquals(List.of("lookUp:41", "depth:199"), trace.subList(0, 2));
        assertTrue(trace.stream().anyMatch(place -> place.matches("-- \\d+ more")), trace::toString);
        assertEquals(List.of("depth:201", "outer:119"), trace.subList(trace.size() - 2, trace.size()));
    }

    @Test
    void an_exception_without_a_trace_gets_none() {
        assertEquals(
                0,
                assertThrows(Shop.Traceless.class, () -> EventLoop.run(Shop.outer(Shop.traceless())))
                        .getStackTrace()
                        .length);
    }

    @Test
    void an_exception_that_is_thrown_again_and_again_does_not_grow_without_bounds() {
        NoSuchUser reused = new NoSuchUser("made once");
        for (int i = 0; i < 10_000; i++) {
            assertSame(reused, assertThrows(NoSuchUser.class, () -> EventLoop.run(Shop.outer(Shop.reusing(reused)))));
        }
        assertTrue(reused.getStackTrace().length < 500, () -> reused.getStackTrace().length + " elements");
    }

    @Test
    void what_is_awaited_successfully_leaves_a_trace_alone() {
        NoSuchUser kept = new NoSuchUser("not thrown");
        StackTraceElement[] before = kept.getStackTrace();
        assertSame(kept, EventLoop.run(Shop.outer(Shop.giving(kept))));
        assertArrayEquals(before, kept.getStackTrace());
    }

    @Test
    void a_task_tells_the_stack_on_which_it_waits() {
        List<String> stack = TestLoop.once(loop -> {
            Task<String> task = loop.loop().spawn(Shop.ship(7));
            return Shop.stackOf(task);
        });
        assertEquals(List.of("find:46", "load:52", "ship:57"), stack);
    }

    @Test
    void an_exception_whose_class_gives_no_trace_is_still_what_is_thrown() {
        assertThrows(Shop.Odd.class, () -> EventLoop.run(Shop.outer(Shop.odd())));
    }

    private static long bytesAllocatedBy(Executable work) throws Throwable {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.execute();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Each level gets callers of its own, but what it wraps has been extended already. */
    @Test
    void wrapping_at_each_level_of_a_recursion_costs_each_level_the_same() throws Throwable {
        int depth = 1000;
        long bytes = bytesAllocatedBy(() -> {
            NoSuchUser outermost = assertThrows(NoSuchUser.class, () -> EventLoop.run(Shop.wrappingAtEachLevel(depth)));
            assertEquals("at " + depth, outermost.getMessage());
            assertEquals(
                    "wrappingAtEachLevel",
                    outermost.getCause().getStackTrace()[0].getMethodName());
        });
        assertTrue(bytes < depth * 100_000L, () -> bytes + " bytes");
    }

    @Test
    void an_exit_has_no_trace_and_nobody_looks_for_the_callers() throws Throwable {
        int times = 1000;
        long bytes = bytesAllocatedBy(() -> {
            for (int i = 0; i < times; i++) {
                var generator = Shop.twice(3);
                generator.next();
                generator.close();
            }
        });
        assertTrue(bytes / times < 900, () -> bytes / times + " bytes");
    }
}
