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
    /** What two others give, joined. */
    public static Mono<String> joined(Mono<String> first, Mono<String> second) {
        return Mono.fromFuture(() -> join(first, second)); // starts anew with each subscriber, and is cancelled with it
    }

    @Suspendable
    private static CompletableFuture<String> join(Mono<String> first, Mono<String> second) {
        CompletableFuture<String> ahead = second.toFuture(); // subscribes at once
        String start = await(first.toFuture()); // null if it is empty
        return completedFuture(start + " " + await(ahead));
    }
    // endregion
}
