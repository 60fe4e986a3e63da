package misuse;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** The return type says what kind of method it is, and List is none. */
public final class WrongReturnType {
    @Suspendable
    public static java.util.List<Integer> misuse() {
        Generator.yield(1); // FERMATA-004 misuse(): a @Suspendable method must return Generator, Iterator, Iterable, Stream (or their primitive forms), Coroutine, CompletableFuture, CompletionStage, AsyncGenerator or Flow.Publisher, this one returns java.util.List
        return null;
    }

    public static String bystander() {
        return "unharmed";
    }
}
