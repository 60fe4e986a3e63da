package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Markers in every part of every kind of loop. */
final class Loops {
    private Loops() {}

    @Suspendable
    @Hazard({"B11", "D2"})
    static Coroutine<Object> infiniteAtStart(Trial t) {
        for (; ; ) {
            await(t.at("x", null));
            if (Trial.current() == t && await(t.at("y", true))) {
                return null;
            }
        }
    }

    @Suspendable
    static Coroutine<Object> nothingButAwait(Trial t) {
        return Coroutine.of(await(endless(t.at("x", 1), new int[] {3}))); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    private static Coroutine<Object> endless(dev.fermata.Awaitable<Integer> awaitable, int[] left) {
        for (; ; ) {
            await(awaitable); // assertSpills(awaitable, left)
            if (--left[0] == 0) {
                throw new IllegalStateException("enough");
            }
        }
    }

    @Suspendable
    @Hazard("B11")
    static Coroutine<Object> reallyInfinite(Trial t) {
        try {
            return Coroutine.of(await(forEver(new Bomb(t, 4)))); // assertEnds(1) assertSpillsNothing()
        } catch (IllegalStateException e) {
            return Coroutine.of(e.getMessage());
        }
    }

    @Suspendable
    private static Coroutine<Object> forEver(Bomb bomb) {
        for (; ; ) {
            await(bomb);
        }
    }

    /** Awaiting it the n-th time fails. */
    private static final class Bomb implements dev.fermata.Awaitable<Object> {
        private final Trial t;
        private int left;

        Bomb(Trial t, int left) {
            this.t = t;
            this.left = left;
        }

        @Override
        public dev.fermata.Delegate<?, ?, Object> awaiter() {
            if (--left == 0) {
                throw new IllegalStateException("bang");
            }
            return t.at("tick", (Object) left).awaiter();
        }
    }

    @Suspendable
    @Hazard("D2")
    static Coroutine<Object> whileCondition(Trial t) {
        int n = 0;
        while (await(t.at("more", n < 3))) { // assertSpills(t, n)
            n++;
        }
        return Coroutine.of(n);
    }

    @Suspendable
    @Hazard("D2")
    static Coroutine<Object> doWhile(Trial t) {
        int n = 0;
        do {
            n += await(t.at("step", 2)); // assertSpillsOnStack(int)
        } while (await(t.at("more", n < 5))); // assertSpills(t, n)
        return Coroutine.of(n);
    }

    @Suspendable
    @Hazard("D2")
    static Coroutine<Object> everyPartOfFor(Trial t) {
        long sum = 0;
        for (int i = await(t.at("init", 0)); i < await(t.at("limit", 3)); i += await(t.at("step", 1))) { // assertSuspends(3)
            sum += await(t.at("body", 10L)) * i; // assertSpillsOnStack(long)
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    @Hazard("D3")
    static Coroutine<Object> forEachArray(Trial t) {
        long sum = 0;
        for (long value : await(t.at("values", new long[] {1, 2, 3}))) {
            sum = sum * 10 + value + await(t.at("x", 0)); // assertSpillsOnStack(long)
        }
        for (String[] row : new String[][] {{"a", "b"}, {}, {"c"}}) {
            for (String text : row) {
                t.log("cell", text, await(t.at("y", sum)));
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    @Hazard("D3")
    static Coroutine<Object> forEachList(Trial t) {
        List<String> out = new ArrayList<>();
        for (String text : Arrays.asList("a", "b", "c")) {
            out.add(text + await(t.at("x", text)));
        }
        return Coroutine.of(out);
    }

    @Suspendable
    static Coroutine<Object> forEachMap(Trial t) {
        Map<String, Integer> map = new TreeMap<>();
        map.put("one", 1);
        map.put("two", 2);
        int sum = 0;
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            sum += entry.getValue() * await(t.at(entry.getKey(), 10));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    @Hazard("B9")
    static Coroutine<Object> forEachOfInferredArray(Trial t) {
        Object last = null;
        for (Object value : t.see("flag", true) ? new Integer[] {1, 2} : new String[] {"s"}) {
            await(t.at("x", null));
            last = value;
        }
        return Coroutine.of(last);
    }

    @Suspendable
    @Hazard("D2")
    static Coroutine<Object> labelled(Trial t) {
        StringBuilder path = new StringBuilder();
        rows:
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 3; k++) {
                if (await(t.at("next row", k == 1 && i == 0))) {
                    continue rows;
                }
                if (await(t.at("stop", i == 2))) {
                    break rows;
                }
                path.append(i).append(k).append(' ');
            }
            path.append("| ");
        }
        return Coroutine.of(path);
    }

    @Suspendable
    static Coroutine<Object> labelledBlock(Trial t) {
        String result = "start";
        block:
        {
            if (await(t.at("leave", true))) {
                result = "left";
                break block;
            }
            result = await(t.at("stay", "stayed"));
        }
        return Coroutine.of(result + await(t.at("x", 1)));
    }

    @Suspendable
    static Coroutine<Object> nestedLoops(Trial t) {
        int count = 0;
        for (int i = 0; i < 2; i++) {
            for (long k = 0; k < 2; k++) {
                for (double d = 0; d < 1; d += 0.5) {
                    count += await(t.at("x", 1));
                }
                await(t.at("y", null));
            }
        }
        return Coroutine.of(count);
    }

    @Suspendable
    static Coroutine<Object> loopWithoutAwaitAfterAwait(Trial t) {
        int sum = await(t.at("x", 5));
        for (int i = 0; i < 10; i++) {
            sum += i;
        }
        await(t.at("y", null));
        while (sum > 10) {
            sum /= 2;
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> awaitOnlyInOneBranchOfLoop(Trial t) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            if (i % 3 == 1) {
                sum += await(t.at("x", i));
            } else {
                sum--;
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> collatz(Trial t) {
        long n = await(t.at("n", 6L));
        List<Long> seen = new ArrayList<>();
        while (n != 1) {
            seen.add(n);
            n = n % 2 == 0 ? await(t.at("even", n / 2)) : await(t.at("odd", 3 * n + 1)); // assertSuspends(2) assertSpills(t, seen)
        }
        return Coroutine.of(seen);
    }

    @Suspendable
    static Coroutine<Object> bubbleSort(Trial t) {
        int[] values = {3, 1, 2};
        boolean swapped;
        do {
            swapped = false;
            for (int i = 1; i < values.length; i++) {
                if (await(t.at("compare", values[i - 1] > values[i]))) {
                    int kept = values[i];
                    values[i] = values[i - 1];
                    values[i - 1] = kept;
                    swapped = true;
                }
            }
        } while (swapped && values.length > 1);
        return Coroutine.of(values);
    }
}
