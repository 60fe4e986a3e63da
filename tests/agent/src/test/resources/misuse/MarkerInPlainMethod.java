package misuse;

import dev.fermata.Coroutine;
import dev.fermata.Generator;

/** The annotation has been forgotten; both markers are reported. */
public final class MarkerInPlainMethod {
    public static Object misuse() {
        Generator.yield(1); // FERMATA-009 misuse(): Generator.yield outside a suspendable method: annotate the method with @Suspendable and let it return Generator, Iterator, Iterable or Stream (or their primitive forms)
        return Coroutine.await(Coroutine.of(2)); // FERMATA-009 misuse(): Coroutine.await outside a suspendable method: annotate the method with @Suspendable and let it return Coroutine, CompletableFuture, CompletionStage, AsyncGenerator or Flow.Publisher
    }

    public static String bystander() {
        return "unharmed";
    }
}
