package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.io.Serializable;
import java.util.Arrays;

/** Values on the operand stack below a marker. */
final class Operands {
    private Operands() {}

    static String join(Object... values) {
        return Arrays.toString(values);
    }

    static String mixed(Object a, int i, long l, double d, float f, boolean z, Object last) {
        return a + "/" + i + "/" + l + "/" + d + "/" + f + "/" + z + "/" + last;
    }

    @Suspendable
    @Hazard("A1")
    static Coroutine<Object> args(Trial t) {
        return Coroutine.of(three(t.see("a", 1), await(t.at("x", 2)), t.see("b", 3))); // assertSpillsOnStack(int)
    }

    @Suspendable
    static Coroutine<Object> argsTwice(Trial t) {
        return Coroutine.of(three(await(t.at("x", 1)), await(t.at("y", 2)), await(t.at("z", 3)))); // assertSuspends(3)
    }

    private static int three(int a, int b, int c) {
        return a * 100 + b * 10 + c;
    }

    @Suspendable
    @Hazard({"A1", "A2"})
    static Coroutine<Object> everyKindBelow(Trial t) {
        return Coroutine.of(mixed(
                t.see("a", "a"),
                t.see("i", 1),
                t.see("l", 2L),
                t.see("d", 3.5),
                t.see("f", 4.5f),
                t.see("z", true),
                await(t.at("last", "x")))); // assertSpillsOnStack(Object, int, long, double, float, int)
    }

    @Suspendable
    static Coroutine<Object> awaitAmongEveryKind(Trial t) {
        return Coroutine.of(mixed(
                await(t.at("a", "a")),
                await(t.at("i", 1)), // assertSpillsOnStack(Object)
                await(t.at("l", 2L)),
                await(t.at("d", 3.5)),
                await(t.at("f", 4.5f)),
                await(t.at("z", true)),
                await(t.at("last", "x"))));
    }

    @Suspendable
    @Hazard("A2")
    static Coroutine<Object> catTwo(Trial t) {
        long big = 1L << 40;
        double real = 2.25;
        return Coroutine.of(new Pair(big + 1, real * 2, await(t.at("x", "tail"))).toString());
    }

    @Suspendable
    static Coroutine<Object> sumOfLongs(Trial t) {
        return Coroutine.of(t.see("one", 1L) + await(t.at("x", 2L)) * (t.see("three", 3L) + await(t.at("y", 4L)))); // assertSuspends(2)
    }

    @Suspendable
    @Hazard("A3")
    static Coroutine<Object> compound(Trial t) {
        int[] array = {1, 2, 3};
        array[t.see("index", 1)] += await(t.at("x", 10)); // assertSpills(t, array)
        array[2] -= await(t.at("y", 4));
        return Coroutine.of(array);
    }

    @Suspendable
    @Hazard({"A2", "A3"})
    static Coroutine<Object> compoundLong(Trial t) {
        long[] array = {1, 1L << 33, 3};
        array[t.see("index", 1)] += await(t.at("x", 10L)); // assertSpills(t, array)
        array[t.see("index", 0)] <<= await(t.at("y", 3));
        return Coroutine.of(array);
    }

    @Suspendable
    static Coroutine<Object> compoundDouble(Trial t) {
        double[] array = {1.5, 2.5};
        double local = 0.25;
        array[t.see("index", 0)] *= await(t.at("x", 2.0)); // assertSpills(t, array, local)
        local += await(t.at("y", 1.0)) + array[0];
        array[1] = local;
        return Coroutine.of(array);
    }

    @Suspendable
    static Coroutine<Object> compoundNarrow(Trial t) {
        byte[] bytes = {100};
        char[] chars = {'a'};
        short[] shorts = {-1};
        bytes[0] += await(t.at("byte", 100));
        chars[0] += await(t.at("char", 1));
        shorts[0] *= await(t.at("short", 3));
        boolean[] flags = {true};
        flags[0] &= await(t.at("flag", false));
        return Coroutine.of(Operands.join(bytes[0], chars[0], shorts[0], flags[0]));
    }

    @Suspendable
    @Hazard("A12")
    static Coroutine<Object> compoundString(Trial t) {
        String[] texts = {"a"};
        String local = "l";
        texts[t.see("index", 0)] += await(t.at("x", "b"));
        local += await(t.at("y", 1)) + await(t.at("z", "c")); // assertSuspends(2)
        return Coroutine.of(texts[0] + local);
    }

    @Suspendable
    @Hazard("A12")
    static Coroutine<Object> concat(Trial t) {
        return Coroutine.of("a" + t.see("b", 1) + await(t.at("x", 2L)) + 'c' + await(t.at("y", null)) + 1.5f);
    }

    @Suspendable
    @Hazard("A3")
    static Coroutine<Object> arrayInitialiser(Trial t) {
        return Coroutine.of(new Object[] {t.see("a", 1), await(t.at("x", "x")), null, await(t.at("y", 2L))});
    }

    @Suspendable
    static Coroutine<Object> nestedArrayInitialiser(Trial t) {
        return Coroutine.of(new long[][] {{1L, await(t.at("x", 2L))}, {}, {await(t.at("y", 3L))}});
    }

    @Suspendable
    static Coroutine<Object> doubleArrayInitialiser(Trial t) {
        return Coroutine.of(new double[] {1, await(t.at("x", 2.5)), t.see("d", 3.5)});
    }

    @Suspendable
    @Hazard("A3")
    static Coroutine<Object> varargs(Trial t) {
        return Coroutine.of(join("a", await(t.at("x", 1)), 'c', await(t.at("y", "z"))));
    }

    @Suspendable
    static Coroutine<Object> varargsOfMixedTypes(Trial t) {
        return Coroutine.of(Arrays.asList(1, "two", await(t.at("x", 3.0)), 'c').size());
    }

    @Suspendable
    @Hazard("B9")
    static Coroutine<Object> serializableArray(Trial t) {
        Serializable[] mixed = {1, "two", await(t.at("x", 'c'))};
        return Coroutine.of(mixed);
    }

    @Suspendable
    @Hazard("A3")
    static Coroutine<Object> postIncrement(Trial t) {
        int x = 5;
        int sum = x++ + await(t.at("x", 10)) + x++ * await(t.at("y", 2)) - --x;
        return Coroutine.of(join(sum, x));
    }

    @Suspendable
    static Coroutine<Object> incrementOfElement(Trial t) {
        int[] array = {7};
        int sum = array[0]++ + await(t.at("x", 10)) + array[0]--;
        return Coroutine.of(join(sum, array[0]));
    }

    @Suspendable
    static Coroutine<Object> incrementBetweenAwaits(Trial t) {
        int count = 0;
        count++;
        await(t.at("x", null));
        count += 1000;
        await(t.at("y", null));
        count--;
        return Coroutine.of(count);
    }

    @Suspendable
    @Hazard("A4")
    static Coroutine<Object> nullArgument(Trial t) {
        return Coroutine.of(join(null, two(null, await(t.at("x", "x"))), two(await(t.at("y", "y")), null)));
    }

    private static String two(String a, String b) {
        return a + "+" + b;
    }

    @Suspendable
    @Hazard("A4")
    static Coroutine<Object> nullArrayBelow(Trial t) {
        return Coroutine.of(ofArray(null, await(t.at("x", 1)))); // assertSpillsOnStack(null) assertSpillsNothing()
    }

    private static String ofArray(int[] array, int value) {
        return (array == null) + "" + value;
    }

    @Suspendable
    static Coroutine<Object> chainOfCalls(Trial t) {
        return Coroutine.of(new StringBuilder()
                .append(t.see("a", 1))
                .append(await(t.at("x", 2)))
                .append("-")
                .append(await(t.at("y", 3L)))
                .reverse());
    }

    @Suspendable
    static Coroutine<Object> storeInElement(Trial t) {
        Object[] array = new Object[3];
        array[t.see("index", 1)] = await(t.at("x", "x"));
        array[await(t.at("index", 2))] = await(t.at("y", "y"));
        return Coroutine.of(array);
    }

    @Suspendable
    static Coroutine<Object> storeInElementTwice(Trial t) {
        long[] array = new long[3];
        long value = array[0] = array[t.see("index", 1)] = await(t.at("x", 5L));
        return Coroutine.of(Arrays.toString(array) + value);
    }

    @Suspendable
    @Hazard("A1")
    static Coroutine<Object> evaluationOrderOfStore(Trial t) {
        int[] array = {1};
        array = null;
        try {
            array[t.see("index", 0)] = await(t.at("x", 1));
        } catch (NullPointerException e) {
            t.log("caught");
        }
        return Coroutine.of("end");
    }

    @Suspendable
    static Coroutine<Object> storeOfWrongElement(Trial t) {
        Object[] array = new String[1];
        try {
            array[0] = await(t.<Object>at("x", 1));
        } catch (ArrayStoreException e) {
            t.log("caught", e);
        }
        return Coroutine.of(array[0]);
    }

    @Suspendable
    @Hazard("D1")
    static Coroutine<Object> ternaryBelow(Trial t) {
        boolean flag = await(t.at("flag", true));
        return Coroutine.of(join(flag ? "yes" : 0, flag ? await(t.at("x", 1)) : await(t.at("y", 2)), !flag));
    }

    @Suspendable
    @Hazard("D1")
    static Coroutine<Object> ternaryOfLongs(Trial t) {
        long base = 100;
        return Coroutine.of(base
                + (await(t.at("flag", false)) ? await(t.at("x", 1L)) : t.see("y", 2L)) // assertSuspends(2) assertSpillsOnStack(long)
                - (base > 5 ? await(t.at("z", 3L)) : base));
    }

    @Suspendable
    @Hazard("D1")
    static Coroutine<Object> shortCircuit(Trial t) {
        int one = 1;
        boolean and = one == 1 && await(t.at("a", true)) && await(t.at("b", false)) && await(t.at("never", true));
        boolean or = await(t.at("c", false)) || one == 2 || await(t.at("d", true)) || await(t.at("never", true));
        return Coroutine.of(join(and, or, and | await(t.at("e", true)), or ^ await(t.at("f", true))));
    }

    @Suspendable
    static Coroutine<Object> comparison(Trial t) {
        return Coroutine.of(join(
                t.see("a", 1L) < await(t.at("x", 2L)),
                await(t.at("y", 1.5)) >= await(t.at("z", Double.NaN)),
                await(t.at("r", "same")) == "same",
                1.5f > await(t.at("f", 2f))));
    }

    @Suspendable
    static Coroutine<Object> castsAround(Trial t) {
        Object object = await(t.<Object>at("x", "text"));
        String text = (String) object;
        int narrowed = (byte) (int) await(t.at("y", 300));
        return Coroutine.of(text + narrowed + (long) (double) await(t.at("z", 2.9)) + (object instanceof Integer));
    }

    @Suspendable
    static Coroutine<Object> instanceOfAwaited(Trial t) {
        return Coroutine.of((await(t.<Object>at("x", 1)) instanceof Integer)
                + "" + (await(t.<Object>at("y", "s")) instanceof Integer));
    }

    @Suspendable
    static Coroutine<Object> constantsBelow(Trial t) {
        return Coroutine.of(mixed("c", 1 << 20, 1L, 2.0, 3f, false, await(t.at("x", Operands.class))));
    }

    @Suspendable
    static Coroutine<Object> deepExpression(Trial t) {
        int a = 1;
        return Coroutine.of(a + (a - (a * (a + (a ^ (a | (a + (a - (a + await(t.at("x", 2)))))))))) * await(t.at("y", 3)));
    }

    @Suspendable
    static Coroutine<Object> awaitedArgumentOfAwait(Trial t) {
        return Coroutine.of(await(t.at("outer", await(t.at("inner", 1)) + await(t.at("other", 2))))); // assertSuspends(3) assertEnds(1)
    }

    @Suspendable
    @Hazard("D14")
    static Coroutine<Object> resultDropped(Trial t) {
        await(t.at("x", 1));
        await(t.at("y", 2L));
        await(t.at("z", null)); // assertSpillsNothing()
        return null;
    }

    @Suspendable
    static Coroutine<Object> indexOfAwaitedArray(Trial t) {
        return Coroutine.of(await(t.at("array", new int[] {1, 2, 3}))[await(t.at("index", 2))]
                + await(t.at("matrix", new long[][] {{5}}))[0][0]);
    }

    @Suspendable
    @Hazard("A3")
    static Coroutine<Object> sameArrayTwiceBelow(Trial t) {
        Object[] array = {1};
        Object[] result = {array, array, await(t.at("x", 1))};
        return Coroutine.of(result[0] == result[1]);
    }

    private static final class Pair {
        private final long left;
        private final double middle;
        private final Object right;

        Pair(long left, double middle, Object right) {
            this.left = left;
            this.middle = middle;
            this.right = right;
        }

        @Override
        public String toString() {
            return left + ":" + middle + ":" + right;
        }
    }
}
