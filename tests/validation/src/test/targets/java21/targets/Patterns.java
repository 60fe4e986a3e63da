package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** Markers in pattern switches, in guards above all, and around record patterns. */
final class Patterns {
    private Patterns() {}

    sealed interface Expression permits Number, Sum, Negation {}

    record Number(long value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Negation(Expression inner) implements Expression {}

    /** Its accessor fails: matching it throws a MatchException. */
    record Treacherous(Object value) {
        @Override
        public Object value() {
            throw new IllegalStateException("accessor");
        }
    }

    enum Level {
        LOW,
        HIGH
    }

    private static final Object[] VALUES = {1, 200, "text", "", 'c', new Sum(new Number(1), new Number(2)), Level.HIGH};

    @Suspendable
    @Hazard({"C15", "D5"})
    static Coroutine<Object> guards(Trial t) {
        String text = "";
        for (Object value : VALUES) {
            text += switch (value) {
                case Integer i when await(t.at("small", i < 100)) -> "small" + i; // assertSpillsOnStack(String)
                case Integer i when await(t.at("huge", i > 1000)) -> "huge" + await(t.at("never", i));
                case Integer i -> "large" + await(t.at("large", i)); // assertSpillsOnStack(String)
                case String s when s.isEmpty() && await(t.at("empty", true)) -> "empty"; // assertSpillsOnStack(String)
                case String s -> s.length() + await(t.at("length", "l"));
                case Sum(Number(var a), Number(long b)) when await(t.at("sum", a + b)) > 2 -> "sum" + a + b;
                case Level level -> await(t.at("level", level));
                default -> "default" + await(t.at("default", value));
            } + ",";
        }
        return Coroutine.of(text);
    }

    @Suspendable
    static Coroutine<Object> nullCase(Trial t) {
        String text = "";
        for (Object value : new Object[] {null, "s", 1}) {
            switch (await(t.at("value", value))) { // assertSpills(t, text, ?, ?, ?)
                case null -> text += await(t.at("null", "null"));
                case String s when await(t.at("guard", s.length())) > 5 -> text += "long"; // assertSpills(t, text, ?, ?, ?, ?)
                case String s -> text += s;
                default -> text += await(t.at("default", "d"));
            }
        }
        return Coroutine.of(text);
    }

    @Suspendable
    @Hazard("C15")
    static Coroutine<Object> nestedRecordPatterns(Trial t) {
        Object value = await(t.at("value", new Sum(new Number(1), new Negation(new Sum(new Number(2), new Number(3))))));
        if (value instanceof Sum(Number(var a), Negation(Sum(Number(var b), var c))) && await(t.at("condition", b)) == 2) {
            await(t.at("x", null));
            return Coroutine.of(a + b + "" + c);
        }
        return Coroutine.of("none");
    }

    @Suspendable
    @Hazard("C15")
    static Coroutine<Object> treacherousAccessor(Trial t) {
        Object value = await(t.at("value", new Treacherous("v")));
        try {
            String text = switch (value) {
                case Treacherous(String s) when await(t.at("never", true)) -> s;
                case Treacherous(var any) -> "any" + await(t.at("never", any));
                default -> await(t.at("default", "default"));
            };
            return Coroutine.of(text);
        } catch (MatchException e) {
            t.log("caught", e);
            return Coroutine.of(await(t.at("x", "caught"))); // assertEnds(1) assertSpillsNothing()
        }
    }

    @Suspendable
    static Coroutine<Object> exhaustiveWithoutDefault(Trial t) {
        return Coroutine.of(await(evaluate(t, new Negation(new Sum(new Number(4), new Negation(new Number(1)))))));
    }

    @Suspendable
    private static Coroutine<Long> evaluate(Trial t, Expression expression) {
        return Coroutine.of(switch (expression) {
            case Number(long value) -> await(t.at("value", value)); // assertSpillsNothing()
            case Sum(var left, var right) -> await(evaluate(t, left)) + await(evaluate(t, right)); // assertSuspends(2)
            case Negation(Expression inner) -> -await(evaluate(t, inner)); // assertSpillsNothing()
        });
    }

    @Suspendable
    static Coroutine<Object> newAroundPatternSwitch(Trial t) {
        Object value = await(t.at("value", "text"));
        return Coroutine.of(new NewObjects.Box(5L, 2.5, switch (value) { // assertMovesNew(Box)
            case Integer i when await(t.at("never", true)) -> i;
            case String s when await(t.at("guard", true)) -> s + await(t.at("x", "x")); // assertSuspends(2)
            default -> await(t.at("default", "d"));
        }));
    }

    @Suspendable
    @Hazard("D5")
    static Generator<Object, Object, Object> yieldsInGuards(Trial t) {
        int matched = 0;
        for (Object value : VALUES) {
            switch (value) {
                case Integer i when Generator.yield("integer " + i) == null -> matched++;
                case Sum(Number a, Expression b) when Generator.yield(a) != null -> matched += 10;
                case CharSequence s -> Generator.yield(s);
                default -> {}
            }
        }
        return Generator.returning(matched);
    }
}
