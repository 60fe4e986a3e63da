package targets;

import static dev.fermata.Coroutine.await;

import targets.elsewhere.Sheltered;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who calls whom, and from where. */
final class Calls {
    private Calls() {}

    @Suspendable
    @Hazard({"D15", "G13"})
    static Coroutine<Object> noMarker(Trial t) {
        t.log("runs");
        return Coroutine.of("result");
    }

    @Suspendable
    @Hazard({"D15", "G13"})
    static Coroutine<Object> noMarkerThrows(Trial t) {
        throw new IllegalStateException(t.see("message", "thrown"));
    }

    @Suspendable
    @Hazard("D14")
    static Coroutine<Object> returnsNull(Trial t) {
        await(t.at("x", 1)); // assertSpillsNothing()
        return null;
    }

    @Suspendable
    @Hazard("D14")
    static Coroutine<Object> returnsResultOfNull(Trial t) {
        await(t.at("x", 1)); // assertSpillsNothing()
        return Coroutine.of(null);
    }

    @Suspendable
    static Coroutine<Object> ofThroughTernary(Trial t) {
        boolean flag = await(t.at("flag", true));
        return flag ? Coroutine.of(await(t.at("x", 1))) : Coroutine.of(await(t.at("y", 2)));
    }

    @Suspendable
    static Coroutine<Object> ofOrNullThroughTernary(Trial t) {
        int n = await(t.at("n", 3)); // assertSpillsNothing()
        return n > 2 ? null : Coroutine.of(n); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    static Coroutine<Object> ofThroughLocal(Trial t) {
        Coroutine<Object> result = Coroutine.of(await(t.at("x", 1)));
        t.log("made");
        return result; // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    static Coroutine<Object> tailReturn(Trial t) {
        String prefix = await(t.at("prefix", "p"));
        return echo(t, prefix, await(t.at("x", 1))); // assertSuspends(2) assertEnds(1)
    }

    @Suspendable
    static Coroutine<Object> returnInTry(Trial t) {
        try {
            await(t.at("x", null));
            return Coroutine.of(await(echo(t, "tried", 1))); // assertSuspends(2) assertEnds(1)
        } catch (Trial.Failure e) {
            return Coroutine.of(await(echo(t, "caught", 2))); // assertSuspends(2) assertEnds(1)
        } finally {
            t.log("finally", await(t.at("y", 3))); // assertSuspends(3)
        }
    }

    @Suspendable
    static Coroutine<Object> tailReturnOfEither(Trial t) {
        return await(t.at("flag", false)) ? echo(t, "yes", 1) : noMarker(t);
    }

    @Suspendable
    static Coroutine<Object> echo(Trial t, String prefix, Object value) {
        return Coroutine.of(prefix + await(t.at("echo", value))); // assertSpillsOnStack(String)
    }

    @Suspendable
    private static <T> Coroutine<T> via(Awaitable<T> awaitable) {
        return Coroutine.of(await(awaitable)); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    static Coroutine<Object> chain(Trial t) {
        int sum = await(via(via(via(t.at("x", 1))))) + await(via(t.at("y", 2))); // assertSuspends(2)
        await(t.at("direct", null)); // assertSpills(t, sum)
        return Coroutine.of(sum + await(via(via(t.at("z", 3))))); // assertSpillsOnStack(int)
    }

    @Suspendable
    @Hazard("D16")
    static Coroutine<Object> recursion(Trial t) {
        return Coroutine.of(await(factorial(t, 5)));
    }

    @Suspendable
    private static Coroutine<Long> factorial(Trial t, int n) {
        if (n == 0) {
            return Coroutine.of(await(t.at("one", 1L)));
        }
        return Coroutine.of(n * await(factorial(t, n - 1))); // assertSpillsOnStack(long)
    }

    @Suspendable
    @Hazard("D16")
    static Coroutine<Object> fibonacci(Trial t) {
        return Coroutine.of(await(fibonacci(t, 4)));
    }

    @Suspendable
    private static Coroutine<Integer> fibonacci(Trial t, int n) {
        return n < 2
                ? Coroutine.of(await(t.at("leaf", n)))
                : Coroutine.of(await(fibonacci(t, n - 1)) + await(fibonacci(t, n - 2))); // assertSuspends(2)
    }

    @Suspendable
    @Hazard("D16")
    static Coroutine<Object> mutualRecursion(Trial t) {
        return Coroutine.of(await(isEven(t, 6)) + "" + await(isEven(t, 3)));
    }

    @Suspendable
    private static Coroutine<Boolean> isEven(Trial t, int n) {
        return n == 0 ? Coroutine.of(await(t.at("end", true))) : isOdd(t, n - 1); // assertSuspends(2) assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    private static Coroutine<Boolean> isOdd(Trial t, int n) {
        return n == 0 ? Coroutine.of(await(t.at("end", false))) : isEven(t, n - 1);
    }

    @Suspendable
    @Hazard("G8")
    static Coroutine<Object> deepRecursion(Trial t) {
        return Coroutine.of(await(descend(t, 700)));
    }

    /** Deeper than bodies are nested on one stack. */
    @Suspendable
    private static Coroutine<Integer> descend(Trial t, int n) {
        try {
            return Coroutine.of(n == 0 ? await(t.at("bottom", 0)) : 1 + await(descend(t, n - 1)));
        } finally {
            if (n % 300 == 0) {
                await(t.at("ascending", n));
            }
        }
    }

    @Suspendable
    static Coroutine<Object> suspendsWithTraps(Trial t) {
        Object first = Coroutine.suspend("trap" + await(t.at("x", 1)));
        Integer second = Coroutine.suspend(null); // assertSpills(t, first)
        int third = Coroutine.<Integer>suspend(second); // assertSpills(t, first, second)
        return Coroutine.of(Operands.join(first, second, third, await(trap(t))));
    }

    @Suspendable
    private static Coroutine<Object> trap(Trial t) {
        try {
            return Coroutine.of(Coroutine.suspend(new int[] {1})); // assertEnds(1)
        } catch (Trial.Failure e) {
            return Coroutine.of(await(t.at("caught", "instead")));
        }
    }

    @Suspendable
    static Coroutine<Object> suspendsBetweenOperands(Trial t) {
        long sum = t.see("a", 1L) + Coroutine.<Integer>suspend("b") * Coroutine.<Integer>suspend("c");
        return Coroutine.of(sum);
    }

    private Object state = "initial";

    @Suspendable
    private Coroutine<Object> update(Trial t, Object next) {
        Object previous = state;
        state = await(t.at("state", next));
        await(t.at("x", null));
        return Coroutine.of(previous + ">" + this.state);
    }

    static Coroutine<Object> instanceMethod(Trial t) {
        return new Calls().update(t, "updated");
    }

    @Suspendable
    static Coroutine<Object> instanceMethodsShareTheirObject(Trial t) {
        Calls shared = new Calls();
        Object first = await(shared.update(t, "one"));
        Object second = await(shared.update(t, "two"));
        return Coroutine.of(Arrays.asList(first, second, shared.state));
    }

    @Suspendable
    private Coroutine<Object> compoundFields(Trial t) {
        count += await(t.at("x", 1));
        total += count++ + await(t.at("y", 2L));
        shared += await(t.at("z", "s"));
        return Coroutine.of(Operands.join(count, total, shared.endsWith("s")));
    }

    private int count = 10;
    private long total = 100;
    private static String shared = "";

    @Hazard("E1")
    static Coroutine<Object> fields(Trial t) {
        return new Calls().compoundFields(t);
    }

    @Suspendable
    @Hazard("E6")
    static Coroutine<Object> overloads(Trial t) {
        return Coroutine.of(Operands.join(
                await(overloaded(t, 1)), await(overloaded(t, 1L)), await(overloaded(t, "one")), await(overloaded(t))));
    }

    @Suspendable
    private static Coroutine<Object> overloaded(Trial t, int n) {
        return Coroutine.of("int" + await(t.at("int", n)));
    }

    @Suspendable
    private static Coroutine<Object> overloaded(Trial t, long n) {
        return Coroutine.of("long" + await(t.at("long", n)));
    }

    @Suspendable
    private static Coroutine<Object> overloaded(Trial t, String text) {
        return Coroutine.of("String" + await(t.at("String", text)));
    }

    @Suspendable
    private static Coroutine<Object> overloaded(Trial t, Object... rest) {
        return Coroutine.of(rest.length + "rest" + await(t.at("rest", null)));
    }

    @Suspendable
    private static <A extends Comparable<A>, B extends List<? super A>> Coroutine<A> generic(Trial t, A a, B b) {
        b.add(await(t.at("a", a)));
        A other = await(t.at("other", a));
        return Coroutine.of(a.compareTo(other) == 0 ? other : null);
    }

    @Suspendable
    @Hazard("E14")
    static Coroutine<Object> generics(Trial t) {
        List<Object> list = new java.util.ArrayList<>();
        Integer n = await(generic(t, 5, list));
        String s = await(generic(t, "five", list));
        return Coroutine.of(list + s + n);
    }

    private abstract static class Shape<T> {
        @Suspendable
        Coroutine<Object> describe(Trial t, T detail) {
            return Coroutine.of("shape of " + await(t.at("detail", detail)) + await(area(t)));
        }

        abstract Coroutine<Double> area(Trial t);
    }

    private static class Square extends Shape<String> {
        final double side;

        Square(double side) {
            this.side = side;
        }

        @Override
        @Suspendable
        Coroutine<Object> describe(Trial t, String detail) {
            Object general = await(super.describe(t, detail + "!"));
            return Coroutine.of("square, a " + general + await(t.at("x", side)));
        }

        @Override
        @Suspendable
        Coroutine<Double> area(Trial t) {
            return Coroutine.of(await(t.at("side", side)) * side);
        }
    }

    private static final class Tile extends Square {
        Tile(double side) {
            super(side);
        }

        @Override
        @Suspendable
        Coroutine<Object> describe(Trial t, String detail) {
            return super.describe(t, "tile " + await(t.at("tile", detail)) + super.toString().isEmpty());
        }
    }

    @Hazard({"E1", "E7"})
    static Coroutine<Object> superCall(Trial t) {
        return new Square(2).describe(t, "steel");
    }

    @Hazard({"E1", "E7"})
    static Coroutine<Object> superTailCall(Trial t) {
        return new Tile(3).describe(t, "clay");
    }

    @Hazard("E5")
    static Coroutine<Object> bridge(Trial t) {
        Shape<String> shape = new Square(4);
        return shape.describe(t, "glass");
    }

    private interface Named {
        String name();

        @Suspendable
        default Coroutine<Object> greet(Trial t) {
            String greeting = await(t.at("greeting", "hello"));
            return Coroutine.of(greeting + " " + name() + await(Named.punctuation(t)));
        }

        @Suspendable
        static Coroutine<String> punctuation(Trial t) {
            return Coroutine.of(await(t.at("punctuation", "!")));
        }
    }

    private interface Titled {
        @Suspendable
        default Coroutine<Object> greet(Trial t) {
            return Coroutine.of(await(t.at("title", "dear")));
        }
    }

    private static final class Person implements Named, Titled {
        @Override
        public String name() {
            return "person";
        }

        @Override
        @Suspendable
        public Coroutine<Object> greet(Trial t) {
            return Coroutine.of(await(Titled.super.greet(t)) + ": " + await(Named.super.greet(t)));
        }
    }

    @Hazard("E4")
    static Coroutine<Object> defaultMethod(Trial t) {
        Named named = () -> "lambda";
        return named.greet(t);
    }

    @Hazard("E3")
    static Coroutine<Object> superDefaultMethod(Trial t) {
        return new Person().greet(t);
    }

    @Hazard("E4")
    static Coroutine<Object> staticInterfaceMethod(Trial t) {
        return Coroutine.class.cast(Named.punctuation(t));
    }

    private static final class Heir extends Sheltered {
        @Suspendable
        Coroutine<Object> use(Trial t) {
            secret = secret + await(t.at("secret", 1));
            String called = protectedMethod(await(t.at("x", "x")));
            Object viaSuper = super.protectedMethod("super");
            return Coroutine.of(called + viaSuper + await(protectedCoroutine(t)) + this.secret + counter++);
        }

        @Override
        protected String protectedMethod(String text) {
            return "heir " + text;
        }

        @Suspendable
        Coroutine<Object> useFromLambda(Trial t) {
            Supplier<Coroutine<Object>> supplier =
                    () -> Coroutine.of(secret + super.protectedMethod(await(t.at("y", "y"))));
            return Coroutine.of(await(supplier.get()));
        }
    }

    @Hazard("E2")
    static Coroutine<Object> protectedMembersOfAnotherPackage(Trial t) {
        return new Heir().use(t);
    }

    @Hazard("E2")
    static Coroutine<Object> protectedMembersInLambda(Trial t) {
        return new Heir().useFromLambda(t);
    }

    @Suspendable
    @Hazard("B7")
    static Coroutine<Object> inaccessibleType(Trial t) {
        return Coroutine.of(Sheltered.hiddenText(
                await(t.at("flag", true)) ? Sheltered.hidden("a") : Sheltered.hidden("b"), await(t.at("x", "x"))));
    }

    @Hazard("D9")
    static Coroutine<Object> lambda(Trial t) {
        Function<Trial, Coroutine<Object>> coroutine =
                trial -> Coroutine.of(await(trial.at("x", 1)) + await(trial.at("y", 2)));
        return coroutine.apply(t);
    }

    @Suspendable
    @Hazard("D9")
    static Coroutine<Object> lambdaInCoroutine(Trial t) {
        int base = await(t.at("base", 10));
        Function<Integer, Coroutine<Integer>> add = n -> {
            int sum = base + await(t.at("n", n));
            return Coroutine.of(sum * await(t.at("factor", 2)));
        };
        return Coroutine.of(await(add.apply(1)) + await(add.apply(2)));
    }

    private final String own = "own";

    private Coroutine<Object> capturing(Trial t) {
        BiFunction<String, Long, Coroutine<Object>> body = (text, number) -> {
            Supplier<Coroutine<String>> inner = () -> Coroutine.of(own + await(t.at("inner", text)));
            return Coroutine.of(await(inner.get()) + await(t.at("number", number)) + state);
        };
        return body.apply("text", 5L);
    }

    @Hazard("D9")
    static Coroutine<Object> lambdaInLambda(Trial t) {
        return new Calls().capturing(t);
    }

    private interface Parser {
        Coroutine<Object> parse(Trial t);
    }

    @Suspendable
    static Coroutine<Object> methodReference(Trial t) {
        Parser parser = Calls::chain;
        return Coroutine.of(Operands.join(await(parser.parse(t)), await(t.at("x", 1))));
    }

    @Hazard("D10")
    static Coroutine<Object> anonymousClass(Trial t) {
        String captured = "captured";
        Parser parser = new Parser() {
            private int calls;

            @Override
            @Suspendable
            public Coroutine<Object> parse(Trial trial) {
                calls++;
                return Coroutine.of(captured + await(trial.at("x", calls)) + calls);
            }
        };
        return parser.parse(t);
    }

    @Suspendable
    @Hazard("D10")
    static Coroutine<Object> localClass(Trial t) {
        long captured = await(t.at("captured", 3L));
        class Local {
            @Suspendable
            Coroutine<Object> run(int n) {
                return Coroutine.of(n * captured + await(t.at("x", 1L)));
            }
        }
        return Coroutine.of(await(new Local().run(2)) + "" + await(t.at("y", captured)));
    }

    private class InnerClass {
        @Suspendable
        Coroutine<Object> run(Trial t) {
            state = await(t.at("state", "inner"));
            Calls.this.count -= await(t.at("count", 3));
            return Coroutine.of(own + state + count + helper());
        }
    }

    private static String helper() {
        return "helped";
    }

    @Hazard({"D12", "E12"})
    static Coroutine<Object> innerClass(Trial t) {
        return new Calls().new InnerClass().run(t);
    }

    private enum Operation {
        ADD {
            @Override
            @Suspendable
            Coroutine<Integer> apply(Trial t, int a, int b) {
                return Coroutine.of(await(t.at(name(), a)) + b);
            }
        },
        NEGATE {
            @Override
            @Suspendable
            Coroutine<Integer> apply(Trial t, int a, int b) {
                return Coroutine.of(-await(ADD.apply(t, a, b)));
            }
        };

        abstract Coroutine<Integer> apply(Trial t, int a, int b);

        @Suspendable
        static Coroutine<Object> all(Trial t) {
            String text = "";
            for (Operation operation : values()) {
                text += operation + "=" + await(operation.apply(t, operation.ordinal(), 5)) + " ";
            }
            return Coroutine.of(text);
        }
    }

    @Hazard("E14")
    static Coroutine<Object> enumWithBodies(Trial t) {
        return Operation.all(t);
    }

    @Suspendable
    @Hazard("D4")
    static Coroutine<Object> assertions(Trial t) {
        int n = await(t.at("n", 1));
        assert n > await(t.at("in the condition", 0));
        try {
            assert await(t.at("false", false)) : "message " + await(t.at("in the message", n)); // assertMovesNew(AssertionError) assertSuspends(2)
        } catch (AssertionError e) {
            t.log("caught", e);
        }
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("D10")
    static Coroutine<Object> enclosingMethodIsKept(Trial t) {
        Object anonymous = new Object() {};
        await(t.at("x", null));
        return Coroutine.of(anonymous.getClass().getEnclosingMethod().getName());
    }

    @Suspendable
    static Coroutine<Object> sameAwaitableTwice(Trial t) {
        Awaitable<Integer> awaitable = t.at("x", 1);
        return Coroutine.of(await(awaitable) + await(awaitable));
    }
}
