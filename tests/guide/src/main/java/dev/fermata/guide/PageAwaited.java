package dev.fermata.guide;

import static dev.fermata.Coroutine.await;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.fermata.Suspendable;
import java.util.concurrent.CompletableFuture;

/** Two futures at once, awaited by a method that is itself a future; no loop anywhere. */
final class PageAwaited {
    private PageAwaited() {}

    // region page
    @Suspendable
    static CompletableFuture<String> page(int id) {
        CompletableFuture<String> user = PageOfFutures.user(id);
        CompletableFuture<String> orders = PageOfFutures.orders(id);
        try {
            String list = await(orders);
            return CompletableFuture.completedFuture(await(user) + " with " + list);
        } catch (IllegalArgumentException e) { // as it is, in no CompletionException
            user.cancel(true);
            return CompletableFuture.completedFuture("no page: " + e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        System.out.println(page(7).orTimeout(1, SECONDS).join());
        System.out.println(page(-1).orTimeout(1, SECONDS).join());
    }
    // endregion
}
