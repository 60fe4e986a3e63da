package dev.fermata.tests.conformance.cancellation;

import static dev.fermata.Coroutine.await;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Further programs about when a request to cancel arrives; the expected lines are what CPython 3.11 printed. */
class CancellationTimingTest extends LoopScenarios {
    private static Coroutine<Void> longSleep() {
        return EventLoop.sleep(Duration.ofSeconds(5));
    }

    @Suspendable
    private Coroutine<Integer> never() {
        log("never");
        return Coroutine.of(1);
    }

    @Suspendable
    private Coroutine<Void> tooEarlyAndTooLate() {
        EventLoop loop = EventLoop.current();
        Task<Integer> t = loop.spawn(never());
        log(t.cancel("early"), t.isDone(), t.cancelling());
        await(attemptAwaiting("await", t));
        log(t.isCancelled(), t.cancel(), t.cancelling());
        Task<Integer> twice = loop.spawn(never());
        twice.cancel("x");
        twice.cancel("y");
        await(attemptAwaiting("await", twice));
        Task<Void> done = loop.spawn(turn());
        await(done);
        log(done.cancel("no"), done.cancelling(), done.isCancelled());
        return null;
    }

    @Test
    void a_task_cancelled_before_its_start_never_runs_and_one_that_has_ended_takes_no_request() {
        EventLoop.run(tooEarlyAndTooLate());
        assertPrinted("""
                true false 1
                await !! CANCELLED(early)
                true false 1
                await !! CANCELLED(y)
                false 0 false
                """);
    }

    @Suspendable
    private Coroutine<Integer> waitingAfterwards(String reason) {
        log(Task.current().cancel(reason));
        try {
            await(turn());
            log("wrong");
        } catch (Cancellation e) {
            log("at await", e);
            throw e;
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Integer> returning() {
        Task.current().cancel("ret");
        return Coroutine.of(5);
    }

    @Suspendable
    private static Coroutine<Integer> raising() {
        Task.current().cancel("rai");
        throw new Boom("r");
    }

    @Suspendable
    private Coroutine<Integer> awaitingAPromise() {
        Promise<Integer> f = new Promise<>(EventLoop.current());
        Task.current().cancel("fut");
        try {
            await(f);
        } finally {
            log("future", f.isCancelled());
        }
        return null;
    }

    @Suspendable
    private Coroutine<Integer> awaitingWhatIsDone() {
        Promise<Integer> f = new Promise<>(EventLoop.current());
        f.complete(1);
        Task.current().cancel("done");
        log("no suspension", await(f));
        await(longSleep());
        return null;
    }

    @Suspendable
    private Coroutine<Void> spawningThese() {
        for (Coroutine<Integer> body :
                List.of(waitingAfterwards("me"), returning(), raising(), awaitingAPromise(), awaitingWhatIsDone())) {
            Task<Integer> t = EventLoop.current().spawn(body);
            await(attemptAwaiting("await", t));
            log(t.isCancelled(), t.cancelling());
        }
        return null;
    }

    @Test
    void a_task_that_cancels_itself_is_told_at_its_next_suspension_or_at_its_end() {
        EventLoop.run(spawningThese());
        assertPrinted("""
                true
                at await CANCELLED(me)
                await !! CANCELLED(me)
                true 1
                await !! CANCELLED(ret)
                true 1
                await !! Boom(r)
                false 1
                future true
                await !! CANCELLED(fut)
                true 1
                no suspension 1
                await !! CANCELLED(done)
                true 1
                """);
    }

    @Suspendable
    private Coroutine<Void> swallowing(Awaitable<Void> awaited, String name) {
        try {
            await(awaited);
        } catch (Cancellation e) {
            log(name, e);
        }
        await(turn());
        log(name, "no second");
        return null;
    }

    @Suspendable
    private Coroutine<Void> cancellingTwice() {
        EventLoop loop = EventLoop.current();
        List<Task<Void>> tasks = List.of(
                loop.spawn(swallowing(new Promise<>(loop), "future")),
                loop.spawn(swallowing(longSleep(), "sleep")),
                loop.spawn(swallowing(turn(), "turn")));
        await(turn());
        for (Task<Void> t : tasks) {
            log(t.cancel("1"), t.cancel("2"), t.cancelling());
        }
        for (Task<Void> t : tasks) {
            await(attemptAwaiting("await", t));
        }
        return null;
    }

    @Test
    void two_requests_of_one_turn_arrive_as_one() {
        EventLoop.run(cancellingTwice());
        assertPrinted("""
                true true 2
                true true 2
                true true 2
                turn CANCELLED(2)
                future CANCELLED(1)
                sleep CANCELLED(1)
                turn no second
                future no second
                sleep no second
                await -> none
                await -> none
                await -> none
                """);
    }

    @Suspendable
    private Coroutine<String> child(Promise<Integer> f) {
        try {
            log("child gets", await(f));
        } catch (Cancellation e) {
            log("child cancelled");
            throw e;
        }
        return Coroutine.of("child");
    }

    @Suspendable
    private Coroutine<String> parent(Task<String> t) {
        try {
            log("parent gets", await(t));
        } catch (Cancellation e) {
            log("parent cancelled", e);
            throw e;
        }
        return Coroutine.of("parent");
    }

    @Suspendable
    private Coroutine<Void> racing() {
        EventLoop loop = EventLoop.current();
        for (int delay = 0; delay < 3; delay++) {
            Promise<Integer> f = new Promise<>(loop);
            Task<String> c = loop.spawn(child(f));
            Task<String> p = loop.spawn(parent(c));
            await(turn());
            await(turn());
            f.complete(delay);
            for (int i = 0; i < delay; i++) {
                await(turn());
            }
            log("cancel", p.cancel("d" + delay));
            await(attemptAwaiting("p", p));
            log(c.isCancelled(), p.isCancelled());
        }
        return null;
    }

    @Test
    void a_request_overtakes_a_value_that_has_not_been_delivered() {
        EventLoop.run(racing());
        assertPrinted("""
                cancel true
                child cancelled
                parent cancelled CANCELLED(d0)
                p !! CANCELLED(d0)
                true true
                child gets 1
                cancel true
                parent cancelled CANCELLED(d1)
                p !! CANCELLED(d1)
                false true
                child gets 2
                parent gets child
                cancel false
                p -> parent
                false false
                """);
    }

    private Task<Void> family;

    @Suspendable
    private Coroutine<Void> rebelling() {
        log(family.cancel("from child"), Task.current().cancelling());
        try {
            await(turn());
            log("wrong");
        } catch (Cancellation e) {
            log("child gets", e);
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> raisingIt() {
        Task<Void> t = EventLoop.current().spawn(rebelling());
        try {
            await(t);
        } catch (Cancellation e) {
            log("parent gets", e, t.isCancelled());
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> watchingIt() {
        family = EventLoop.current().spawn(raisingIt());
        await(attemptAwaiting("family", family));
        return null;
    }

    @Test
    void a_child_that_cancels_its_parent_is_cancelled_first() {
        EventLoop.run(watchingIt());
        assertPrinted("""
                true 1
                child gets CANCELLED(from child)
                parent gets CANCELLED(from child) true
                family !! CANCELLED(from child)
                """);
    }

    @Suspendable
    private Coroutine<Void> sharing() {
        EventLoop loop = EventLoop.current();
        Promise<Void> shared = new Promise<>(loop);
        List<Task<Void>> tasks = new ArrayList<>();
        for (String name : List.of("u", "v", "w")) {
            tasks.add(loop.spawn(passingOn(shared, name)));
        }
        await(turn());
        log(tasks.get(1).cancel("mid"));
        for (Task<Void> t : tasks) {
            await(attemptAwaiting("t", t));
        }
        log(
                tasks.stream().map(Task::isCancelled).toList(),
                tasks.stream().map(Task::cancelling).toList(),
                shared.isCancelled());
        return null;
    }

    @Suspendable
    private Coroutine<Void> passingOn(Promise<Void> f, String name) {
        try {
            await(f);
        } catch (Cancellation e) {
            log(name, e);
            throw e;
        }
        return null;
    }

    @Test
    void cancelling_one_of_several_waiters_cancels_the_promise_for_all() {
        EventLoop.run(sharing());
        assertPrinted("""
                true
                u CANCELLED(mid)
                v CANCELLED(mid)
                w CANCELLED(mid)
                t !! CANCELLED(mid)
                t !! CANCELLED(mid)
                t !! CANCELLED(mid)
                [true, true, true] [0, 1, 0] true
                """);
    }
}
