package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Timeout;
import dev.fermata.tasks.Until;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many turns a result or a cancellation takes to those who wait for it. */
public final class TravelTimes extends LoopScenarios {
    @Suspendable
    private Coroutine<Void> ticker(int ticks) {
        for (int i = 0; i < ticks; i++) {
            log("tick", i);
            await(turn());
        }
        return null;
    }

    @Scenario("AIO-93")
    public void a_result_takes_a_turn_for_each_task_on_its_way() {
        EventLoop.run(resuming());
    }

    @Suspendable
    private static Coroutine<Void> oneTurn() {
        await(turn());
        return null;
    }

    @Suspendable
    private Coroutine<Void> direct(Event event) {
        await(oneTurn());
        log("direct resumed");
        event.set();
        return null;
    }

    @Suspendable
    private Coroutine<Void> task() {
        await(EventLoop.current().spawn(oneTurn()));
        log("task resumed");
        return null;
    }

    @Suspendable
    private Coroutine<Void> gather() {
        await(Tasks.gather(oneTurn(), oneTurn()));
        log("gather resumed");
        return null;
    }

    @Suspendable
    private Coroutine<Void> waits() {
        await(Tasks.wait(List.of(EventLoop.current().spawn(oneTurn())), Until.ALL_DONE));
        log("wait resumed");
        return null;
    }

    @Suspendable
    private Coroutine<Void> eventWaiter(Event event) {
        await(event.await());
        log("event resumed");
        return null;
    }

    @Suspendable
    private Coroutine<Void> resuming() {
        Event event = new Event();
        List<Task<Void>> tasks = new ArrayList<>();
        for (Coroutine<Void> c : List.of(ticker(12), direct(event), task(), gather(), waits(), eventWaiter(event))) {
            tasks.add(EventLoop.current().spawn(c));
        }
        for (Task<Void> t : tasks) {
            await(t);
        }
        return null;
    }

    @Scenario("AIO-94")
    public void a_cancellation_takes_a_turn_for_each_task_on_its_way() {
        EventLoop.run(cancelling());
    }

    @Suspendable
    private static Coroutine<Void> forEver() {
        await(new Promise<>(EventLoop.current()));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> nested() {
        await(EventLoop.current().spawn(forEver()));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> gathering() {
        await(Tasks.gather(forEver(), forEver()));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> limited() {
        await(Timeout.after(Duration.ofSeconds(5), timeout -> forEver()));
        return null;
    }

    @Suspendable
    private Coroutine<Void> named(String name, Coroutine<Void> c) {
        try {
            await(c);
        } catch (Cancellation e) {
            log(name, "cancelled");
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> cancelling() {
        EventLoop loop = EventLoop.current();
        Task<Void> t = loop.spawn(ticker(10));
        List<Task<Void>> tasks = List.of(
                loop.spawn(named("plain", forEver())),
                loop.spawn(named("nested", nested())),
                loop.spawn(named("gather", gathering())),
                loop.spawn(named("limited", limited())));
        for (int i = 0; i < 3; i++) {
            await(turn());
        }
        log("cancelling");
        for (Task<Void> x : tasks) {
            x.cancel();
        }
        for (Task<Void> x : tasks) {
            await(x);
        }
        await(t);
        return null;
    }
}
