package targets;

import static dev.fermata.Coroutine.await;

import targets.elsewhere.Sheltered;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Local variables whose types are inferred, private interface methods, nest-mates. */
final class Inferred {
    private Inferred() {}

    @Suspendable
    @Hazard("B7")
    static Coroutine<Object> inaccessibleTypeInLocal(Trial t) {
        var hidden = Sheltered.hidden("a");
        await(t.at("x", null)); // assertSpills(t, hidden)
        String text = Sheltered.hiddenText(hidden, await(t.at("y", "y"))); // assertSpillsOnStack(Hidden)
        for (var other = hidden; text.length() < 30; text += other) {
            await(t.at("z", null)); // assertSpills(t, text, other)
        }
        return Coroutine.of(text);
    }

    @Suspendable
    static Coroutine<Object> anonymousTypeInLocal(Trial t) {
        var counter = new Object() {
            int count = 1;

            @Override
            public String toString() {
                return "count " + count;
            }
        };
        counter.count += await(t.at("x", 2)); // assertSpillsOnStack(1, int)
        await(t.at("y", null));
        counter.count *= 2;
        return Coroutine.of(counter);
    }

    @Suspendable
    static Coroutine<Object> intersectionTypeInLocal(Trial t) {
        var list = List.of(1, "two", 3.0);
        for (var element : list) {
            await(t.at("x", null)); // assertSpills(t, ?, element)
            t.log("element", element, element.getClass());
        }
        var map = Map.of("key", new int[] {1, 2});
        for (var entry : map.entrySet()) {
            for (var value : entry.getValue()) {
                t.log("value", value, await(t.at("y", entry.getKey())));
            }
        }
        return null;
    }

    private interface Steps {
        @Suspendable
        private Coroutine<String> hidden(Trial t, int n) {
            return Coroutine.of(name() + await(t.at("n", n))); // assertSpillsOnStack(String)
        }

        @Suspendable
        private static Coroutine<Long> hiddenStatic(Trial t) {
            return Coroutine.of(await(t.at("static", 5L))); // assertSpillsNothing()
        }

        String name();

        @Suspendable
        default Coroutine<Object> all(Trial t) {
            var texts = new ArrayList<String>();
            for (var n = 0; n < 2; n++) {
                texts.add(await(hidden(t, n)) + await(hiddenStatic(t))); // assertSuspends(2) assertSpills(this, t, texts, n)
            }
            return Coroutine.of(texts);
        }

        @Suspendable
        default Generator<Object, Object, Object> names(int n) {
            BiFunction<String, Integer, Generator<Object, Object, Object>> lambda = (var text, var times) -> {
                for (var i = 0; i < times; i++) {
                    Generator.yield(text + i + name());
                }
                return null;
            };
            Generator.yieldFrom(lambda.apply("n", n));
            return lambda.apply("tail", 1); // assertEnds(1) assertSpillsNothing()
        }
    }

    @Hazard("E4")
    static Coroutine<Object> privateInterfaceMethods(Trial t) {
        Steps steps = () -> "step";
        return steps.all(t);
    }

    @Hazard("E4")
    static Generator<Object, Object, Object> lambdaInInterface(Trial t) {
        Steps steps = () -> "!";
        return steps.names(2);
    }

    private String secret = "secret";

    private static final class NestMate {
        @Suspendable
        private Coroutine<Object> use(Trial t, Inferred host) {
            host.secret += await(t.at("x", 1));
            return Coroutine.of(host.reveal(await(t.at("y", "y"))));
        }
    }

    private String reveal(String text) {
        return text + secret;
    }

    @Hazard({"E1", "E12"})
    static Coroutine<Object> nestMates(Trial t) {
        return new NestMate().use(t, new Inferred());
    }
}
