package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.context.Context;
import dev.fermata.context.ContextVariable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextVariablesTest {
    private static final ContextVariable<String> USER = ContextVariable.named("user");
    private static final ContextVariable<Integer> DEPTH = ContextVariable.withDefault("depth", 0);

    private final List<String> trace = new ArrayList<>();

    @AfterEach
    void nothing_has_leaked_to_the_thread() {
        assertNull(USER.orElse(null));
        assertEquals(-1, DEPTH.orElse(-1));
    }

    @Test
    void have_a_value_or_a_default_or_neither() {
        assertTrue(assertThrows(NoSuchElementException.class, USER::get)
                .getMessage()
                .contains("user"));
        assertEquals("nobody", USER.orElse("nobody"));
        assertEquals(0, DEPTH.get());
        assertEquals(7, DEPTH.orElse(7));
        assertEquals("context variable user", USER.toString());
        assertNull(ContextVariable.<String>withDefault("nullable", null).get());
        assertThrows(NullPointerException.class, () -> ContextVariable.named(null));
    }

    @Test
    void changes_are_taken_back_in_any_order_once() {
        ContextVariable.Change<Integer> one = DEPTH.set(1);
        ContextVariable.Change<Integer> two = DEPTH.set(2);
        assertEquals(2, DEPTH.get());
        two.close();
        assertEquals(1, DEPTH.get());
        two.close();
        ContextVariable.Change<String> none = USER.set(null);
        assertNull(USER.get());
        none.close();
        assertThrows(NoSuchElementException.class, USER::get);
        assertEquals(1, DEPTH.get());
        one.close();
        assertEquals(0, DEPTH.get());
    }

    @Suspendable
    private Coroutine<Void> as(String user, EventLoop loop) {
        USER.set(user);
        for (int i = 0; i < 3; i++) {
            await(Programs.turn());
            assertEquals(user, USER.get());
        }
        await(loop.spawn(inherited(user)));
        assertEquals(user, USER.get());
        return null;
    }

    @Suspendable
    private static Coroutine<Void> inherited(String user) {
        assertEquals(user, USER.get());
        USER.set("child of " + user);
        await(Programs.turn());
        assertEquals("child of " + user, USER.get());
        return null;
    }

    @LoopTest
    void belong_to_a_task_and_are_inherited_as_they_are_when_it_is_spawned(TestLoop test) {
        EventLoop loop = test.loop();
        test.run(() -> {
            List<Task<Void>> tasks = new ArrayList<>();
            USER.set("main");
            for (String user : List.of("a", "b", "c")) {
                tasks.add(loop.spawn(as(user, loop)));
            }
            Task<Void> late = loop.spawn(inherited("main"));
            USER.set("changed since");
            for (Task<Void> task : tasks) {
                await(task);
            }
            await(late);
            assertEquals("changed since", USER.get());
            return null;
        });
    }

    @LoopTest
    void are_those_of_the_thread_for_what_is_spawned_before_the_loop_runs(TestLoop test) {
        ContextVariable.Change<String> set = USER.set("thread");
        Task<Void> task = test.loop().spawn(inherited("thread"));
        assertEquals("thread", USER.get());
        set.close();
        test.run(() -> Programs.waitFor(task));
    }

    @LoopTest
    void callbacks_see_those_of_whoever_asked_for_them(TestLoop test) {
        EventLoop loop = test.loop();
        Runnable note = () -> trace.add(USER.orElse("none"));
        test.run(() -> {
            Promise<Void> promise = new Promise<>(loop);
            loop.callSoon(note);
            USER.set("a");
            loop.callSoon(note);
            loop.callLater(Programs.SECOND, note);
            loop.callSoonThreadsafe(note);
            promise.onDone(done -> note.run());
            USER.set("b");
            loop.callSoon(() -> {
                USER.set("of the callback");
                promise.complete(null);
            });
            await(EventLoop.sleep(Programs.SECOND));
            assertEquals("b", USER.get());
            await(Programs.turn());
            return null;
        });
        assertEquals(List.of("none", "a", "a", "a", "a"), trace);
    }

    @LoopTest
    void an_awaited_coroutine_shares_those_of_its_task(TestLoop test) {
        test.run(() -> {
            USER.set("outer");
            await(inherited("outer"));
            assertEquals("child of outer", USER.get());
            return null;
        });
    }

    @LoopTest
    void eager_tasks_keep_theirs_to_themselves(TestLoop test) {
        test.run(() -> {
            USER.set("outer");
            await(test.loop().spawnEagerly(inherited("outer")));
            assertEquals("outer", USER.get());
            return null;
        });
    }

    @Suspendable
    private static Generator<String, Void, Void> users() {
        for (; ; ) {
            Generator.yield(USER.orElse("none"));
        }
    }

    @LoopTest
    void a_generator_sees_those_of_whoever_resumes_it(TestLoop test) {
        Generator<String, Void, Void> users = users();
        assertEquals("none", users.next());
        test.run(() -> {
            USER.set("a");
            assertEquals("a", users.next());
            return null;
        });
        assertEquals("none", users.next());
    }

    @Test
    void a_context_is_a_world_of_its_own() throws Exception {
        Context context = Context.copy();
        context.run(() -> USER.set("inside"));
        assertEquals("inside", context.get(USER));
        assertEquals(0, context.get(DEPTH));
        assertThrows(NoSuchElementException.class, USER::get);
        assertEquals("inside", context.<String>call(USER::get));
        Context copy = context.<Context>call(Context::copy);
        context.run(() -> USER.set("later"));
        assertEquals("inside", copy.get(USER));
        assertThrows(NoSuchElementException.class, () -> Context.empty().get(USER));
        context.run(() -> assertThrows(IllegalStateException.class, () -> context.run(() -> {})));
        IOException failure = new IOException("checked");
        assertSame(
                failure,
                assertThrows(
                        IOException.class,
                        () -> context.call(() -> {
                            USER.set("before the failure");
                            throw failure;
                        })));
        assertEquals("before the failure", context.get(USER));
        assertEquals("empty", context.<String>call(() -> Context.empty().call(() -> USER.orElse("empty"))));
    }
}
