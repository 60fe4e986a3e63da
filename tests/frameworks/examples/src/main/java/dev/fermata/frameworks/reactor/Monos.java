package dev.fermata.frameworks.reactor;

import static dev.fermata.Coroutine.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.fermata.Suspendable;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** A Mono is awaited, and made of a suspendable method. */
public final class Monos {
    private Monos() {}

    // region mono
    /** What the cache has, or else what the source gives. */
    public static Mono<String> cached(Mono<String> cache, Mono<String> source) {
        return Mono.fromFuture(
                () -> lookUp(cache, source)); // starts anew with each subscriber, and is cancelled with it
    }

    @Suspendable
    private static CompletableFuture<String> lookUp(Mono<String> cache, Mono<String> source) {
        String known = await(cache.toFuture()); // null if it is empty
        return completedFuture(known != null ? known : await(source.toFuture()));
    }
    // endregion
}
