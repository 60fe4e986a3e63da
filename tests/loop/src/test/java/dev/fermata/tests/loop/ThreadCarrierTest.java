package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ThreadCarrier;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Thread-locals of others that follow a task, as a logger's diagnostic context would. */
class ThreadCarrierTest {
    private static final ThreadLocal<String> REQUEST = new ThreadLocal<>();
    private static final ThreadLocal<String> SPAN = new ThreadLocal<>();

    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;

    ThreadCarrierTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    @AfterEach
    void clear() {
        REQUEST.remove();
        SPAN.remove();
    }

    @Suspendable
    private static Coroutine<Void> handling(String request, EventLoop loop) {
        REQUEST.set(request);
        SPAN.set(request + "'s span");
        for (int i = 0; i < 3; i++) {
            await(Programs.turn());
            assertEquals(request, REQUEST.get());
            assertEquals(request + "'s span", SPAN.get());
        }
        await(loop.spawn(inheriting(request)));
        assertEquals(request, REQUEST.get());
        return null;
    }

    @Suspendable
    private static Coroutine<Void> inheriting(String request) {
        assertEquals(request, REQUEST.get());
        REQUEST.set("child's");
        await(Programs.turn());
        assertEquals("child's", REQUEST.get());
        return null;
    }

    @LoopTest
    void follow_their_task_and_stay_off_the_thread() {
        loop.carry(ThreadCarrier.of(REQUEST::get, REQUEST::set));
        loop.carry(ThreadCarrier.of(SPAN::get, SPAN::set));
        REQUEST.set("thread's");
        test.run(() -> {
            assertEquals("thread's", REQUEST.get());
            List<Task<Void>> tasks = new ArrayList<>();
            for (String request : List.of("a", "b", "c")) {
                tasks.add(loop.spawn(handling(request, loop)));
            }
            for (Task<Void> task : tasks) {
                await(task);
            }
            assertEquals("thread's", REQUEST.get());
            return null;
        });
        assertEquals("thread's", REQUEST.get());
        assertNull(SPAN.get());
    }

    @LoopTest
    void callbacks_see_the_value_of_whoever_asked_for_them() {
        loop.carry(ThreadCarrier.of(REQUEST::get, REQUEST::set));
        test.run(() -> {
            REQUEST.set("a");
            loop.callSoon(() -> trace.add(REQUEST.get()));
            loop.callLater(Programs.SECOND, () -> trace.add(REQUEST.get()));
            REQUEST.set("b");
            await(EventLoop.sleep(Programs.SECOND));
            assertEquals("b", REQUEST.get());
            return null;
        });
        assertEquals(List.of("a", "a"), trace);
    }

    @LoopTest
    void a_carrier_that_comes_late_takes_nothing_off_the_thread() {
        REQUEST.set("thread's");
        loop.callSoon(() -> loop.carry(ThreadCarrier.of(REQUEST::get, REQUEST::set)));
        Task<Void> before = loop.spawn(inheriting("thread's"));
        test.run(() -> {
            REQUEST.set("task's");
            await(before);
            assertEquals("task's", REQUEST.get());
            return null;
        });
        assertEquals("thread's", REQUEST.get());
    }

    @LoopTest
    void must_be_given() {
        assertThrows(NullPointerException.class, () -> loop.carry(null));
    }
}
