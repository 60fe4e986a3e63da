package misuse;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** A plain generator cannot await, and a coroutine cannot yield. */
public final class MarkerOfOtherKind {
    @Suspendable
    public static Generator<Integer, Void, Void> misuse() {
        Coroutine.await(Coroutine.of(1)); // FERMATA-011 misuse(): Coroutine.await cannot be used in a generator: a generator yields, it does not await; let the method return Coroutine to await, or AsyncGenerator to do both
        return null;
    }

    @Suspendable
    static Coroutine<Integer> other() {
        Generator.yield(1); // FERMATA-011 other(): Generator.yield cannot be used in a coroutine: a coroutine awaits, it does not yield; let the method return Generator to yield, or AsyncGenerator to do both
        return null;
    }

    public static String bystander() {
        return "unharmed";
    }
}
