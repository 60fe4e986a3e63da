package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;
import java.util.Arrays;
import java.util.Iterator;

/** Loops over asynchronous generators. */
final class AsyncLoops {
    private AsyncLoops() {}

    @Suspendable
    static Coroutine<Object> values(Trial t) {
        for (String value : t.each("v", "a", "b", "c")) { // assertDelegates(1) assertSpills(t, ?)
            t.log("got", value);
        }
        return Coroutine.of("end");
    }

    @Suspendable
    static Coroutine<Object> unboxes(Trial t) {
        long sum = 0;
        for (long value : t.each("v", 1L, 2L, 3L)) {
            sum += value * await(t.at("factor", 2));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> none(Trial t) {
        for (Object value : t.each("v")) {
            t.log("never", value);
        }
        return Coroutine.of(await(t.at("x", 1)));
    }

    @Suspendable
    static Coroutine<Object> nestedWithLabels(Trial t) {
        outer:
        for (int i : t.each("i", 0, 1, 2, 3)) {
            if (i == 1) {
                continue;
            }
            for (int j : t.each("j", 0, 1, 2)) {
                if (j == 2) {
                    continue outer;
                }
                if (i == 3) {
                    break outer;
                }
                t.log("got", i, j);
            }
        }
        return Coroutine.of("end");
    }

    @Suspendable
    static Coroutine<Object> amongOthers(Trial t) {
        int sum = 0;
        for (int i : Arrays.asList(10, 20)) {
            for (int j : t.each("j", 1, 2)) {
                for (int k : new int[] {100, 200}) {
                    sum += i + j + k;
                }
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> withTry(Trial t) {
        for (int i : t.each("i", 0, 1, 2, 3)) {
            try {
                if (i == 1) {
                    continue;
                }
                if (i == 2) {
                    throw new IllegalStateException("two");
                }
                t.log("got", i);
            } catch (IllegalStateException e) {
                t.log("caught", e, await(t.at("in catch", i)));
            } finally {
                t.log("finally", await(t.at("in finally", i)));
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Object> withinTry(Trial t) {
        String stage = "before";
        try {
            for (int i : t.each("i", 0, 1)) {
                stage = "in " + i;
            }
            stage = "after";
        } catch (RuntimeException e) {
            t.log("caught", e);
        } finally {
            t.log("finally", stage);
        }
        return Coroutine.of(stage);
    }

    @Suspendable
    static Coroutine<Object> returnsFromWithin(Trial t) {
        double wide = t.see("wide", 1.5);
        for (double value : t.each("v", 1.0, 2.0, 3.0)) {
            if (value * wide > 2.5) {
                return Coroutine.of(value);
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Object> goesOn(Trial t) {
        AsyncGenerator<Integer> values = t.each("v", 1, 2, 3, 4);
        for (int value : values) {
            if (value == 2) {
                break;
            }
        }
        t.log("pause");
        for (int value : values) {
            t.log("got", value);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Object> byHand(Trial t) {
        Iterator<Integer> iterator = t.each("v", 1, 2, 3).iterator();
        int sum = 0;
        while (iterator.hasNext()) {
            sum = sum * 10 + iterator.next();
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> belowOperands(Trial t) {
        Iterator<Integer> iterator = t.each("v", 7).iterator();
        return Coroutine.of(t.see("below", "text ") + (iterator.hasNext() ? iterator.next() : -1)); // assertDelegates(1)
    }
}
