package demo;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import java.util.function.IntSupplier;

public class PartNUMBER implements IntSupplier {
    @Suspendable
    private Iterable<Integer> numbers(int from) {
        for (int i = from; i < from + 2; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private Coroutine<Integer> sum() {
        int sum = 0;
        for (int number : numbers(NUMBER)) {
            sum += Coroutine.await(same(number));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Integer> same(int number) {
        return Coroutine.of(number);
    }

    @Override
    public int getAsInt() {
        try {
            throw new AssertionError(sum().send(null));
        } catch (StopIteration end) {
            return (Integer) end.value();
        }
    }
}
