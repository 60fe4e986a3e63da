package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ContextVariable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import org.junit.jupiter.api.Test;

/** Tasks that run at once up to their first suspension; the expected lines are what CPython 3.13 printed. */
class EagerTasksTest extends LoopScenarios {
    private static final ContextVariable<String> VALUE = ContextVariable.withDefault("value", "default");

    private Task<?> outer;

    @Suspendable
    private Coroutine<Integer> quick() {
        log("quick", Task.current() == outer, EventLoop.current().tasks().size());
        VALUE.set("quick");
        return Coroutine.of(1);
    }

    @Suspendable
    private Coroutine<String> blocking(String name) {
        log(name, "in", Task.current() == outer);
        VALUE.set(name);
        await(turn());
        log(name, "out", Task.current() == outer, VALUE.get());
        return Coroutine.of(name);
    }

    @Suspendable
    private Coroutine<Void> starting() {
        EventLoop loop = EventLoop.current();
        outer = Task.current();
        Task<Integer> done = loop.spawnEagerly(quick());
        log(done.isDone(), done.result(), Task.current() == outer, VALUE.get());
        done.onDone(x -> log("cb", Task.current()));
        log("added");
        await(turn());
        loop.callSoon(() -> log("soon"));
        Task<String> eager = loop.spawnEagerly(blocking("b"));
        log(eager.isDone(), VALUE.get(), Task.current() == outer);
        Task<String> lazy = loop.spawn(blocking("lazy"));
        log(await(eager), await(lazy));
        return null;
    }

    @Test
    void an_eager_task_is_the_current_one_in_a_context_of_its_own() {
        EventLoop.run(starting());
        assertPrinted("""
                quick false 2
                true 1 true default
                added
                cb none
                b in false
                false default true
                soon
                b out false b
                lazy in false
                lazy out false lazy
                b lazy
                """);
    }

    @Suspendable
    private static Coroutine<String> fails() {
        throw new Boom("e");
    }

    @Suspendable
    private static Coroutine<String> isCancelled() {
        throw new Cancellation("e");
    }

    @Suspendable
    private Coroutine<String> cancelsItself() {
        Task.current().cancel("s");
        log("cancels itself");
        await(turn());
        log("wrong");
        return null;
    }

    @Suspendable
    private static Coroutine<String> awaits(Promise<String> f) {
        return Coroutine.of(await(f));
    }

    @Suspendable
    private Coroutine<Void> endingAtOnce() {
        EventLoop loop = EventLoop.current();
        Task<String> failed = loop.spawnEagerly(fails());
        log(failed.isDone(), failed.failure());
        await(attemptAwaiting("failed", failed));
        Task<String> cancelled = loop.spawnEagerly(isCancelled());
        log(cancelled.isDone(), cancelled.isCancelled());
        await(attemptAwaiting("cancelled", cancelled));
        Task<String> itself = loop.spawnEagerly(cancelsItself());
        log(itself.isDone());
        await(attemptAwaiting("itself", itself));
        Promise<String> ready = new Promise<>(loop);
        ready.complete("ready");
        Task<String> atOnce = loop.spawnEagerly(awaits(ready));
        log(atOnce.isDone(), atOnce.result());
        Promise<String> never = new Promise<>(loop);
        Task<String> waiting = loop.spawnEagerly(awaits(never));
        log(waiting.isDone(), loop.tasks().size());
        waiting.cancel("x");
        await(attemptAwaiting("waiting", waiting));
        log(never.isCancelled());
        return null;
    }

    @Test
    void an_eager_task_may_end_before_it_is_returned() {
        EventLoop.run(endingAtOnce());
        assertPrinted("""
                true Boom(e)
                failed !! Boom(e)
                true true
                cancelled !! CANCELLED(e)
                cancels itself
                false
                itself !! CANCELLED(s)
                true ready
                false 2
                waiting !! CANCELLED(x)
                true
                """);
    }
}
