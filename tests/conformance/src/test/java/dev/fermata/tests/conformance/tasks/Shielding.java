package dev.fermata.tests.conformance.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;

/** Keeping cancellations away: {@code shield}. */
public final class Shielding extends SeveralTasks {
    @Scenario("AIO-66")
    public void a_shielded_task_survives_the_cancellation_of_its_waiter() {
        EventLoop.run(shields());
    }

    @Suspendable
    private Coroutine<Integer> inner(Promise<Integer> f) {
        int value = await(f);
        log("inner got", value);
        return Coroutine.of(value);
    }

    @Suspendable
    private Coroutine<Integer> outer(Task<Integer> t) {
        try {
            return Coroutine.of(await(Tasks.shield(t)));
        } catch (Cancellation e) {
            log("outer sees", e);
            throw e;
        }
    }

    @Suspendable
    private Coroutine<Void> shields() {
        EventLoop loop = EventLoop.current();
        for (boolean cancelsOuter : new boolean[] {true, false}) {
            Promise<Integer> f = promise();
            Task<Integer> inner = loop.spawn(inner(f));
            Task<Integer> outer = loop.spawn(outer(inner));
            await(turns(2));
            (cancelsOuter ? outer : inner).cancel();
            await(attemptAwaiting("outer outcome", outer));
            log("inner done", inner.isDone());
            if (cancelsOuter) {
                f.complete(9);
                await(attemptAwaiting("inner outcome", inner));
            }
        }
        Promise<String> ready = promise();
        ready.complete("ready");
        await(attemptAwaiting("ready", Tasks.shield(ready)));
        Promise<String> failed = promise();
        failed.fail(new Boom("failed"));
        await(attemptAwaiting("failed", Tasks.shield(failed)));
        return null;
    }
}
