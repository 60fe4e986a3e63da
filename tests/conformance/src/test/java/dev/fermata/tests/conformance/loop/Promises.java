package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The states of promises, and who is told of their ends. */
public final class Promises extends LoopScenarios {
    @Scenario("AIO-30")
    public void a_promise_is_settled_once() {
        EventLoop.run(settling());
    }

    @Suspendable
    private Coroutine<Void> settling() {
        EventLoop loop = EventLoop.current();
        Promise<Integer> f = new Promise<>(loop);
        Promise<Integer> g = new Promise<>(loop);
        Promise<Integer> h = new Promise<>(loop);
        Promise<String> k = new Promise<>(loop);
        attempt("result", f::result);
        attempt("error", f::failure);
        attempt("set_result", () -> f.complete(1));
        attempt("set_result again", () -> f.complete(2));
        attempt("set_exception", () -> f.fail(new Boom("f")));
        attempt("cancel", () -> f.cancel());
        attempt("result", f::result);
        g.fail(new Boom("g"));
        attempt("result", g::result);
        attempt("error", g::failure);
        attempt("cancel", () -> h.cancel("no"));
        attempt("cancel again", () -> h.cancel());
        attempt("result", h::result);
        attempt("error", h::failure);
        attempt("set_result", () -> h.complete(1));
        loop.callSoon(() -> k.complete("k"));
        await(attemptAwaiting("await", k));
        log(
                List.of(f.isDone(), g.isDone(), h.isDone(), k.isDone()),
                List.of(f.isCancelled(), g.isCancelled(), h.isCancelled(), k.isCancelled()));
        return null;
    }

    private final Map<String, Consumer<Deferred<Integer>>> callbacks = new HashMap<>();
    private final List<Integer> added = new ArrayList<>();

    @Scenario("AIO-31")
    public void callbacks_are_told_in_order_and_in_the_next_turn() {
        EventLoop.run(observing());
    }

    private Consumer<Deferred<Integer>> callback(String name, Promise<Integer> future) {
        return f -> {
            log(name, f.result());
            if (name.equals("b") && added.isEmpty()) {
                added.add(1);
                future.onDone(callbacks.get("f"));
            }
        };
    }

    @Suspendable
    private Coroutine<Void> observing() {
        Promise<Integer> future = new Promise<>(EventLoop.current());
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            callbacks.put(name, callback(name, future));
        }
        for (String name : List.of("a", "b", "a", "c")) {
            future.onDone(callbacks.get(name));
        }
        log("removed", future.removeOnDone(callbacks.get("c")));
        log("removed", future.removeOnDone(callbacks.get("a")));
        for (String name : List.of("d", "b")) {
            future.onDone(callbacks.get(name));
        }
        future.complete(5);
        log("completed");
        await(turn());
        log("one turn");
        future.onDone(callbacks.get("e"));
        log("added late");
        await(turn());
        log("end");
        return null;
    }
}
