package targets;

import static dev.fermata.Generator.yieldFrom;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;
import java.util.Arrays;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Generators whose values are never boxed. */
final class Primitives {
    private Primitives() {}

    @Suspendable
    static PrimitiveIterator.OfInt ints(Trial t) {
        for (int i = 0; i < 3; i++) {
            Generator.yield(i); // assertSpills(i)
        }
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfLong longs(Trial t) {
        for (long n = 1L << 40; n != 0; n <<= 9) {
            Generator.yield(n); // assertSpills(n)
        }
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfDouble doubles(Trial t) {
        double x = 1;
        for (int i = 0; i < 3; i++) {
            t.log("answer", Generator.<Object>yield(x)); // assertSpills(t, x, i)
            x /= 3;
        }
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfInt betweenOperands(Trial t) {
        long big = 5;
        t.log("mixed", Operands.mixed(
                t.see("a", "a"),
                1,
                big + (Generator.yield(7) == null ? 1 : 2),
                2.5,
                (float) big,
                Generator.yield(8) == null,
                Generator.yield((int) big)));
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfLong wideBetweenOperands(Trial t) {
        long sum = 1;
        for (int i = 0; i < 3; i++) {
            sum += sum * (Generator.yield(sum) == null ? 2 : 3); // assertSpills(t, i) assertSpillsOnStack(long, long)
        }
        t.log("sum", sum);
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfInt objects(Trial t) {
        Integer boxed = 1000;
        Object object = boxed;
        Generator.yield(boxed);
        Generator.yield(object);
        Generator.yield(t.see("conditional", 1) == 1 ? boxed : (Object) 2);
        Generator.yield(t.isClosing() ? 3 : 4);
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfInt catchesAndCleansUp(Trial t) {
        int n = 0;
        try {
            Generator.yield(n++);
            Generator.yield(n++);
        } catch (RuntimeException e) {
            t.log("caught", e, n);
            Generator.yield(n);
        } finally {
            t.log("finally", n);
        }
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfInt delegates(Trial t) {
        yieldFrom(ints(t));
        yieldFrom(Arrays.asList(7, 8));
        yieldFrom(IntStream.range(3, 5).iterator());
        yieldFrom(boxed(t));
        return catchesAndCleansUp(t);
    }

    @Suspendable
    static Iterator<Integer> boxed(Trial t) {
        Generator.yield(9);
        return ints(t);
    }

    @Suspendable
    static Generator<Object, Object, Object> delegatesToPrimitives(Trial t) {
        Object first = yieldFrom(catchesAndCleansUp(t));
        yieldFrom(doubles(t));
        return Generator.returning(first);
    }

    @Suspendable
    static PrimitiveIterator.OfInt throwsBetween(Trial t) {
        Generator.yield(1);
        throw new IllegalStateException(t.see("message", "thrown"));
    }

    @Suspendable
    static IntStream intStream(Trial t) {
        try {
            Generator.yield(1);
            Generator.yield(2);
        } finally {
            t.log("closed");
        }
        return IntStream.of(3, 4);
    }

    @Suspendable
    static LongStream longStream(Trial t) {
        Generator.yield(1L);
        return null;
    }

    @Suspendable
    static DoubleStream doubleStream(Trial t) {
        yieldFrom(doubles(t));
        return null;
    }

    static PrimitiveIterator.OfInt lambda(Trial t) {
        IntFunction<PrimitiveIterator.OfInt> upTo = n -> {
            for (int i = 0; i < n; i++) {
                Generator.yield(i);
            }
            return null;
        };
        return upTo.apply(3);
    }
}
