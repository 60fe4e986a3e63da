package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.util.Arrays;
import java.util.List;

/** Local variables across a marker. */
final class Locals {
    private Locals() {}

    @Suspendable
    @Hazard("B6")
    static Coroutine<Object> everyKind(Trial t) {
        boolean z = true;
        byte b = -1;
        short s = -2;
        char c = '\uffff';
        int i = 1 << 30;
        long l = 1L << 60;
        float f = 1.5f;
        double d = Math.PI;
        String text = "text";
        int[] array = {1, 2};
        await(t.at("x", null)); // assertSpills(t, z, b, s, c, i, l, f, d, text, array)
        t.log("values", z, b, s, c, i, l, f, d, text, array);
        z = !z;
        b--;
        s *= 2;
        c++;
        i++;
        l++;
        f *= 2;
        d += 1;
        await(t.at("y", null)); // assertSpills(z, b, s, c, i, l, f, d, text, array)
        return Coroutine.of(Operands.join(z, b, s, (int) c, i, l, f, d, text, array[1]));
    }

    @Suspendable
    @Hazard("B6")
    static Coroutine<Object> narrowArrays(Trial t) {
        boolean[] flags = {true, false};
        byte[] bytes = {-128, 127};
        boolean flag = flags[0];
        byte b = bytes[0];
        await(t.at("x", null)); // assertSpills(t, flags, bytes, flag, b)
        flags[1] = flag;
        bytes[1] = b;
        await(t.at("y", null)); // assertSpills(flags, bytes)
        return Coroutine.of(Arrays.toString(flags) + Arrays.toString(bytes));
    }

    @Suspendable
    @Hazard("B5")
    static Coroutine<Object> nullLocal(Trial t) {
        String nothing = null;
        int[] noArray = null;
        await(t.at("x", null)); // assertMakesNull(nothing, noArray)
        t.log("values", nothing, noArray);
        return Coroutine.of(nothing + "" + (noArray == null));
    }

    @Suspendable
    @Hazard("B5")
    static Coroutine<Object> nullInLoop(Trial t) {
        String last = null;
        List<String> seen = null;
        for (int i = 0; i < 3; i++) {
            String now = await(t.at("x", "x" + i)); // assertSpills(t, last, seen, i)
            t.log("last", last, seen);
            if (i == 1) {
                seen = Arrays.asList(last, now);
            }
            last = now;
        }
        return Coroutine.of(last + seen);
    }

    @Suspendable
    @Hazard("B4")
    static Coroutine<Object> slotReuse(Trial t) {
        {
            String text = "first";
            long big = 5;
            await(t.at("x", null)); // assertSpills(t, text, big)
            t.log("block", text, big);
        }
        {
            int number = 2;
            double real = 2.5;
            String other = "second";
            await(t.at("y", null));
            t.log("block", number, real, other);
        }
        {
            long big = 3;
            Object[] array = {big};
            await(t.at("z", null));
            t.log("block", big, array);
        }
        return null;
    }

    @Suspendable
    @Hazard("B4")
    static Coroutine<Object> slotReuseInLoops(Trial t) {
        for (int i = 0; i < 2; i++) {
            if (i == 0) {
                String text = "t" + i;
                await(t.at("x", null));
                t.log("text", text);
            } else {
                double real = i / 2.0;
                await(t.at("y", null));
                t.log("real", real);
            }
        }
        for (long l = 0; l < 2; l++) {
            await(t.at("z", null));
            t.log("long", l);
        }
        return null;
    }

    @Suspendable
    @Hazard("B4")
    static Coroutine<Object> definiteAssignment(Trial t) {
        int k;
        String text;
        if (await(t.at("flag", false))) {
            k = 1;
            text = "one";
        } else {
            k = await(t.at("k", 2));
            text = k > 1 ? await(t.at("text", "two")) : null;
        }
        return Coroutine.of(k + text);
    }

    @Suspendable
    static Coroutine<Object> assignedInOneBranchOnly(Trial t) {
        final long k;
        boolean flag = await(t.at("flag", true));
        if (flag) {
            k = await(t.at("k", 2L));
            await(t.at("x", null));
            return Coroutine.of(k);
        }
        await(t.at("y", null)); // assertSpillsNothing()
        return Coroutine.of("none");
    }

    @Suspendable
    @Hazard("B1")
    static Coroutine<Object> deadInFrame(Trial t) {
        String unused = "x";
        t.log("length", unused.length());
        int n = 0;
        while (await(t.at("b", n < 2))) {
            n++;
        }
        return Coroutine.of(n);
    }

    @Suspendable
    @Hazard("B1")
    static Coroutine<Object> deadLongInFrame(Trial t) {
        long unused = 5;
        double alsoUnused = unused * 2.0;
        String live = "live" + alsoUnused;
        for (int n = 0; await(t.at("b", n < 2)); n++) {
            t.log(live);
        }
        return Coroutine.of(live);
    }

    @Suspendable
    @Hazard("B2")
    static Coroutine<Object> deadAfterLastUse(Trial t) {
        StringBuilder text = new StringBuilder("t");
        long number = 3;
        await(t.at("x", null));
        text.append(number);
        t.log("text", text);
        boolean flag = await(t.at("flag", true));
        if (flag) {
            await(t.at("y", null));
        }
        return Coroutine.of(flag);
    }

    @Suspendable
    static Coroutine<Object> deadParameter(Trial t) {
        return dead(t, "unused", 5L, 2.5, new int[1]); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    private static Coroutine<Object> dead(Trial t, String unused, long neither, double nor, int[] array) {
        await(t.at("x", null));
        do {
            array[0]++;
        } while (await(t.at("again", array[0] < 3)));
        return Coroutine.of(array[0]);
    }

    @Suspendable
    static Coroutine<Object> parametersAreVariables(Trial t) {
        return modified(t, 1, 2L, "three", 4.0, null); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    private static Coroutine<Object> modified(Trial t, int a, long b, String c, double d, Object e) {
        a += await(t.at("a", 10)); // assertSpillsOnStack(int)
        b = await(t.at("b", 20L)) - b;
        c = await(t.at("c", "thirty")) + c;
        await(t.at("d", null));
        d /= 8;
        t.log("before", e);
        e = await(t.at("e", t));
        return Coroutine.of(Operands.join(a, b, c, d, e == t));
    }

    @Suspendable
    @Hazard("B6")
    static Coroutine<Object> everyKindOfParameter(Trial t) {
        return all(true, (byte) -1, (short) -2, 'c', 4, 5L, 6f, 7.0, "eight", new long[] {9}, t); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    private static Coroutine<Object> all(
            boolean z, byte b, short s, char c, int i, long l, float f, double d, Object o, long[] array, Trial t) {
        await(t.at("x", null));
        t.log("values", z, b, s, c, i, l, f, d, o, array);
        await(t.at("y", null));
        return Coroutine.of(Operands.join(z, b, s, c, i, l, f, d, o, array[0]));
    }

    @Suspendable
    @Hazard("B9")
    static Coroutine<Object> interfaceMerge(Trial t) {
        boolean flag = await(t.at("flag", true));
        CharSequence text = flag ? "string" : new StringBuilder("builder");
        Comparable<?> comparable = flag ? 1 : "one";
        await(t.at("x", null));
        t.log("values", text.length(), comparable);
        Runnable runnable = flag ? () -> t.log("lambda") : new Thread("thread");
        await(t.at("y", null));
        runnable.run();
        return Coroutine.of(text);
    }

    @Suspendable
    @Hazard("B9")
    static Coroutine<Object> arrayMerge(Trial t) {
        boolean flag = await(t.at("flag", false));
        Object array = flag ? new int[] {1} : new String[] {"s"};
        Object[] objects = flag ? new Integer[] {1} : new String[][] {{"deep"}};
        await(t.at("x", null));
        return Coroutine.of(new Object[] {array, objects});
    }

    @Suspendable
    static Coroutine<Object> mergeOfNullAndValue(Trial t) {
        String text = null;
        if (await(t.at("flag", true))) { // assertMakesNull(text)
            text = "set";
        }
        await(t.at("x", null));
        return Coroutine.of(text);
    }

    @Suspendable
    static Coroutine<Object> swap(Trial t) {
        Object a = "a";
        Object b = 2;
        for (int i = 0; i < 3; i++) {
            Object c = a;
            a = b;
            b = c;
            await(t.at("x", null));
        }
        return Coroutine.of(Operands.join(a, b));
    }

    @Suspendable
    @Hazard("G10")
    static Coroutine<Object> identityIsKept(Trial t) {
        Object object = new Object();
        Object[] holder = {object};
        await(t.at("x", null));
        t.log("same", holder[0] == object, object, holder);
        Object other = await(t.at("y", object));
        return Coroutine.of(other == object);
    }

    @Suspendable
    static Coroutine<Object> assignedInExpression(Trial t) {
        int a;
        int b = 1;
        int sum = (a = 3) + b * (b = await(t.at("x", 4))) + a * b + (a = await(t.at("y", 5))); // assertSuspends(2)
        return Coroutine.of(Operands.join(a, b, sum));
    }

    @Suspendable
    @Hazard("B16")
    static Coroutine<Object> wideIncrement(Trial t) {
        int n = 1;
        for (int i = 0; i < 2; i++) {
            n += 30_000;
            await(t.at("x", null));
            n -= 129;
        }
        return Coroutine.of(n);
    }

    @Suspendable
    @Hazard("B16")
    static Coroutine<Object> manyLocals(Trial t) {
        int a0 = 0, a1 = 1, a2 = 2, a3 = 3, a4 = 4, a5 = 5, a6 = 6, a7 = 7, a8 = 8, a9 = 9;
        long b0 = 0, b1 = 1, b2 = 2, b3 = 3, b4 = 4, b5 = 5, b6 = 6, b7 = 7, b8 = 8, b9 = 9;
        double c0 = 0, c1 = 1, c2 = 2, c3 = 3, c4 = 4, c5 = 5, c6 = 6, c7 = 7, c8 = 8, c9 = 9;
        String d0 = "0", d1 = "1", d2 = "2", d3 = "3", d4 = "4", d5 = "5", d6 = "6", d7 = "7", d8 = "8", d9 = "9";
        await(t.at("x", null));
        int a = a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9;
        long b = b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8 + b9;
        double c = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9;
        String d = d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7 + d8 + d9;
        await(t.at("y", null));
        return Coroutine.of(Operands.join(a, b, c, d, a9, b9, c9, d9));
    }

    @Suspendable
    static Coroutine<Object> lambdaCapturesLocals(Trial t) {
        int number = await(t.at("n", 1));
        String text = await(t.at("s", "s"));
        Runnable log = () -> t.log("captured", number, text);
        await(t.at("x", null));
        log.run();
        Runnable later = () -> log.run();
        later.run();
        return null;
    }

    @Suspendable
    @Hazard("B3")
    static Coroutine<Object> liveInHandlerOnly(Trial t) {
        String rescue = "rescue" + await(t.at("r", 1));
        long code = 1L << 35;
        try {
            await(t.at("x", null));
            await(t.at("y", null));
        } catch (RuntimeException e) {
            return Coroutine.of(rescue + code);
        }
        return Coroutine.of("fine");
    }

    @Suspendable
    static Coroutine<Object> valueBeforeAndAfterStoreInTry(Trial t) {
        String stage = "start";
        int steps = 0;
        try {
            await(t.at("x", null));
            stage = "middle";
            steps++;
            await(t.at("y", null));
            stage = "end";
            steps++;
            await(t.at("z", null));
        } catch (Trial.Failure | Trial.Fatal e) {
            t.log("caught", e, stage, steps);
            await(t.at("w", null));
        }
        return Coroutine.of(stage + steps);
    }
}
