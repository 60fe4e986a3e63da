package targets;

import static dev.fermata.Generator.yieldFrom;

import dev.fermata.Delegate;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Generators of every kind. */
final class Generators {
    private Generators() {}

    @Suspendable
    static Generator<Object, Object, Object> range(Trial t) {
        for (int i = 0; i < 4; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    @Hazard("D15")
    static Generator<Object, Object, Object> empty(Trial t) {
        t.log("runs");
        return null;
    }

    @Suspendable
    static Generator<Object, Object, Object> emptyWithResult(Trial t) {
        return Generator.returning(t.see("result", 5));
    }

    @Suspendable
    @Hazard("G13")
    static Generator<Object, Object, Object> throwsAtOnce(Trial t) {
        throw new IllegalStateException(t.see("message", "thrown"));
    }

    @Suspendable
    @Hazard("D14")
    static Generator<Object, Object, Object> yieldsNull(Trial t) {
        Generator.yield(null); // assertSpillsNothing()
        String nothing = null;
        Generator.yield(nothing); // assertSpillsNothing()
        return Generator.returning(null);
    }

    @Suspendable
    static Generator<Object, Object, Object> sentValues(Trial t) {
        Object first = Generator.yield("first");
        Integer second = Generator.yield(first); // assertSpills(t, first)
        t.log("got", first, second);
        Object third = Generator.yield(second == null ? "none" : second + 1); // assertSpills(first, second)
        return Generator.returning(Operands.join(first, second, third));
    }

    @Suspendable
    static Generator<Object, Object, Object> sentValueIsUnboxed(Trial t) {
        int sum = 0;
        try {
            for (int i = 0; i < 3; i++) {
                sum += Generator.<Integer>yield(sum); // assertSpillsOnStack(int)
            }
        } catch (NullPointerException e) {
            t.log("nothing was sent");
        }
        return Generator.returning(sum);
    }

    @Suspendable
    static Generator<Object, Object, Object> yieldBetweenOperands(Trial t) {
        long big = 5;
        return Generator.returning(Operands.mixed(
                t.see("a", "a"),
                1,
                big + (Generator.yield("l") == null ? 1 : 2), // assertSpillsOnStack(Object, int, long)
                2.5,
                (float) big,
                Generator.yield("z") == null, // assertSpillsOnStack(Object, int, long, double, float)
                Generator.yield("last")));
    }

    @Suspendable
    @Hazard("A5")
    static Generator<Object, Object, Object> yieldInConstructorArguments(Trial t) {
        return Generator.returning(new NewObjects.Box( // assertMovesNew(Box)
                new NewObjects.Box(Generator.<Object>yield("x")), new NewObjects.Box(1L, 2.0, Generator.yield("y"))));
    }

    @Suspendable
    static Generator<Object, Object, Object> yieldOfYield(Trial t) {
        return Generator.returning(Generator.yield(Generator.yield(Generator.yield("innermost"))));
    }

    @Suspendable
    @Hazard("C10")
    static Generator<Object, Object, Object> tryFinally(Trial t) {
        String resource = t.see("open", "resource");
        try {
            Generator.yield(1); // assertSpills(t, resource)
            Generator.yield(2);
        } finally {
            t.log("close", resource);
        }
        return Generator.returning("done");
    }

    @Suspendable
    @Hazard("C10")
    static Generator<Object, Object, Object> yieldInFinally(Trial t) {
        try {
            Generator.yield("try");
        } finally {
            Generator.yield("finally"); // assertSuspends(2)
            t.log("end of finally");
        }
        return null;
    }

    @Suspendable
    static Generator<Object, Object, Object> catchesAndGoesOn(Trial t) {
        int caught = 0;
        for (int i = 0; i < 3; i++) {
            try {
                Generator.yield(i);
            } catch (RuntimeException e) {
                caught++;
                Generator.yield(e);
            }
        }
        return Generator.returning(caught);
    }

    @Suspendable
    static Generator<Object, Object, Object> catchesEverythingAndReturns(Trial t) {
        try {
            Generator.yield(1);
            Generator.yield(2);
        } catch (Throwable e) {
            t.log("caught", e);
        }
        return Generator.returning("returned");
    }

    @Suspendable
    @Hazard("C10")
    static Generator<Object, Object, Object> catchesEverythingAndYields(Trial t) {
        try {
            Generator.yield(1);
        } catch (Throwable e) {
            t.log("caught", e);
            Generator.yield("again"); // assertSpillsNothing()
        }
        return Generator.returning("returned");
    }

    @Suspendable
    static Generator<Object, Object, Object> delegates(Trial t) {
        Object first = yieldFrom(range(t)); // assertSuspends(1) assertDelegates(1)
        Object second = yieldFrom(sentValues(t)); // assertSuspends(1) assertDelegates(1)
        Object third = yieldFrom(emptyWithResult(t)); // assertSuspends(1) assertDelegates(1)
        return Generator.returning(Operands.join(first, second, third));
    }

    @Suspendable
    @Hazard("C10")
    static Generator<Object, Object, Object> delegatesInTry(Trial t) {
        int n = 1;
        try {
            n += 1 + String.valueOf(yieldFrom(tryFinally(t))).length();
            Generator.yield("between");
            yieldFrom(Arrays.asList("x", "y"));
        } catch (Trial.Failure e) {
            t.log("caught", e, n);
            yieldFrom(range(t));
        } finally {
            t.log("finally", n);
        }
        return Generator.returning(n);
    }

    @Suspendable
    static Generator<Object, Object, Object> delegatesToIterables(Trial t) {
        List<Object> list = new ArrayList<>(Arrays.asList(1, "two", null));
        Object none = yieldFrom(list);
        yieldFrom(Collections.emptyList());
        yieldFrom(list.subList(1, 2).iterator());
        yieldFrom(counted(t, 2));
        yieldFrom(iterator(t));
        return Generator.returning(none);
    }

    @Suspendable
    static Generator<Object, Object, Object> delegatesToOwnDelegate(Trial t) {
        Object result = yieldFrom(new Countdown(t, 3));
        return Generator.returning(result);
    }

    private static final class Countdown implements Delegate<Object, Object, Object> {
        private final Trial t;
        private int left;

        Countdown(Trial t, int left) {
            this.t = t;
            this.left = left;
        }

        @Override
        public Object next() {
            if (left == 0) {
                throw new StopIteration("lift-off");
            }
            return left--;
        }

        @Override
        public Object send(Object value) {
            t.log("sent", value);
            return next();
        }

        @Override
        public Object raise(Throwable error) {
            t.log("raised", error);
            if (error instanceof Trial.Failure) {
                return next();
            }
            throw (Error) error;
        }

        @Override
        public void close() {
            t.log("closed");
        }
    }

    private static final class Tree {
        final Tree left;
        final Object value;
        final Tree right;

        Tree(Tree left, Object value, Tree right) {
            this.left = left;
            this.value = value;
            this.right = right;
        }

        @Suspendable
        Generator<Object, Object, Integer> walk() {
            int count = 1;
            if (left != null) {
                count += yieldFrom(left.walk());
            }
            Generator.yield(value);
            if (right != null) {
                count += yieldFrom(right.walk());
            }
            return Generator.returning(count);
        }
    }

    @Suspendable
    static Generator<Object, Object, Object> treeWalk(Trial t) {
        Tree tree = new Tree(new Tree(null, 1, new Tree(null, 2, null)), 3, new Tree(new Tree(null, 4, null), 5, null));
        return Generator.returning("size " + yieldFrom(tree.walk()));
    }

    @Suspendable
    static Generator<Object, Object, Object> tailReturn(Trial t) {
        Generator.yield("head");
        return sentValues(t); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    static Generator<Object, Object, Object> returningThroughTernary(Trial t) {
        Object sent = Generator.yield("question");
        return sent == null ? Generator.returning("nothing") : Generator.returning(sent); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    static Generator<Object, Object, Object> countdown(Trial t) {
        return down(t, 5); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    private static Generator<Object, Object, Object> down(Trial t, int n) {
        if (n == 0) {
            return Generator.returning("bottom");
        }
        Generator.yield(n);
        return down(t, n - 1);
    }

    @Suspendable
    @Hazard("G8")
    static Generator<Object, Object, Object> deepDelegation(Trial t) {
        return Generator.returning(yieldFrom(nest(450)));
    }

    /** Deeper than bodies are nested on one stack. */
    @Suspendable
    private static Generator<Object, Object, Integer> nest(int n) {
        if (n == 0) {
            Generator.yield("bottom");
            return Generator.returning(0);
        }
        int depth = yieldFrom(nest(n - 1));
        if (depth % 200 == 0) {
            Generator.yield(depth);
        }
        return Generator.returning(depth + 1);
    }

    @Suspendable
    static Generator<Object, Object, Object> localsOfEveryKind(Trial t) {
        boolean z = false;
        byte b = 1;
        char c = 'c';
        long l = 1L << 40;
        float f = 0.5f;
        double d = 0.25;
        String text = null;
        int[] array = {1};
        for (int i = 0; i < 3; i++) {
            Object sent = Generator.yield(Operands.join(z, b, c, l, f, d, text, array[0]));
            z = !z;
            b *= 7;
            c++;
            l >>= 10;
            f /= 2;
            d += f;
            text = String.valueOf(sent);
            array[0] += i;
        }
        return Generator.returning(Operands.join(z, b, c, l, f, d, text, array[0]));
    }

    @Suspendable
    static Generator<Object, Object, Object> labelledLoops(Trial t) {
        rows:
        for (int i = 0; ; i++) {
            for (int k = 0; k < 3; k++) {
                if (k > i) {
                    continue rows;
                }
                if (i == 2) {
                    break rows;
                }
                Generator.yield(i * 10 + k);
            }
        }
        return null;
    }

    @Suspendable
    static Generator<Object, Object, Object> primes(Trial t) {
        List<Integer> primes = new ArrayList<>();
        candidates:
        for (int n = 2; n < 20; n++) {
            for (int prime : primes) {
                if (n % prime == 0) {
                    continue candidates;
                }
            }
            primes.add(n);
            Generator.yield(n);
        }
        return Generator.returning(primes);
    }

    @Suspendable
    static Iterator<Object> iterator(Trial t) {
        t.log("started");
        Generator.yield("a");
        yieldFrom(Arrays.asList("b", "c"));
        return null;
    }

    @Suspendable
    static Iterator<Object> iteratorReturnsIterator(Trial t) {
        Generator.yield("head");
        return Arrays.<Object>asList("tail", 1).iterator();
    }

    @Suspendable
    static Iterable<Object> iterable(Trial t) {
        t.log("started");
        int n = 1;
        while (n < 20) {
            Generator.yield(n);
            n *= 3;
        }
        t.log("ended", n);
        return null;
    }

    @Suspendable
    static Iterable<Object> iterableReturnsList(Trial t) {
        if (Generator.yield("head") == null) {
            return Arrays.asList(1, 2);
        }
        return Collections.emptyList();
    }

    @Suspendable
    static Iterable<Object> iterableOfParameters(Trial t) {
        return counted(t, 3);
    }

    @Suspendable
    private static Iterable<Object> counted(Trial t, long n) {
        while (n > 0) {
            t.log("left", n--);
            Generator.yield(n);
        }
        return null;
    }

    @Suspendable
    static Iterable<Object> iterableThrows(Trial t) {
        Generator.yield(1);
        throw new IllegalStateException("thrown");
    }

    private static final class Bag implements Iterable<Object> {
        private final Object[] things;

        Bag(Object... things) {
            this.things = things;
        }

        @Override
        @Suspendable
        public Iterator<Object> iterator() {
            for (Object thing : things) {
                Generator.yield(thing);
            }
            return null;
        }

        @Suspendable
        Iterable<Object> twice() {
            for (int i = 0; i < 2; i++) {
                for (Object thing : things) {
                    Generator.yield(thing);
                }
            }
            return null;
        }
    }

    static Iterator<Object> iteratorOfIterable(Trial t) {
        return new Bag(1, "two", null).iterator();
    }

    static Iterable<Object> iterableOfInstance(Trial t) {
        return new Bag('a', 2L).twice();
    }

    @Suspendable
    static Stream<Object> stream(Trial t) {
        for (int i = 0; i < 3; i++) {
            t.log("step", i);
            Generator.yield(i);
        }
        t.log("ended");
        return null;
    }

    @Suspendable
    static Stream<Object> streamWithFinally(Trial t) {
        try {
            Generator.yield("a");
            yieldFrom(counted(t, 2));
        } finally {
            t.log("finally");
        }
        return null;
    }

    @Hazard("D9")
    static Generator<Object, Object, Object> lambda(Trial t) {
        Function<Integer, Generator<Object, Object, Object>> squares = n -> {
            for (int i = 0; i < n; i++) {
                Generator.yield(i * i);
            }
            return Generator.returning(t.see("n", n));
        };
        return squares.apply(3);
    }

    static Iterable<Object> lambdaOfIterable(Trial t) {
        Function<Object[], Iterable<Object>> each = things -> {
            for (Object thing : things) {
                Generator.yield(thing);
            }
            return null;
        };
        return each.apply(new Object[] {1, "two"});
    }
}
