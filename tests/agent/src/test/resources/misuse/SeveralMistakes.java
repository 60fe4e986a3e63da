package misuse;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** All of them are reported, in the order of the code, and the method that is right does not work either. */
public final class SeveralMistakes {
    @Suspendable
    public static Generator<Integer, Void, Void> misuse() {
        Generator.yield(1);
        return null;
    }

    @Suspendable
    int count(String of, int[] values) {
        return 1; // FERMATA-004 count(String, int[]): a @Suspendable method must return Generator, Iterator, Iterable, Stream (or their primitive forms), Coroutine, CompletableFuture, CompletionStage, AsyncGenerator or Flow.Publisher, this one returns int
    }

    static void plain() {
        Coroutine.suspend(null); // FERMATA-009 plain(): Coroutine.suspend outside a suspendable method: annotate the method with @Suspendable and let it return Coroutine, CompletableFuture, CompletionStage, AsyncGenerator or Flow.Publisher
    }

    public static String bystander() {
        return "unharmed";
    }
}
