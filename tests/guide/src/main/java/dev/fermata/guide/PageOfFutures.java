package dev.fermata.guide;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Two futures at once, as the JDK alone has them: the failure of one does not stop the other. */
final class PageOfFutures {
    private PageOfFutures() {}

    // region sources
    static CompletableFuture<String> user(int id) {
        return CompletableFuture.supplyAsync(() -> "user " + id, delayedExecutor(200, MILLISECONDS));
    }

    static CompletableFuture<String> orders(int id) {
        return CompletableFuture.supplyAsync(
                () -> {
                    if (id < 0) {
                        throw new IllegalArgumentException("no orders of " + id);
                    }
                    return "two orders";
                },
                delayedExecutor(10, MILLISECONDS));
    }
    // endregion

    // region page
    static CompletableFuture<String> page(int id) {
        CompletableFuture<String> user = user(id);
        CompletableFuture<String> orders = orders(id);
        return user.thenCombine(orders, (name, list) -> name + " with " + list).orTimeout(1, SECONDS);
    }

    public static void main(String[] arguments) {
        System.out.println(page(7).join());
        try {
            page(-1).join(); // waits for the user although there is nothing to show it with
        } catch (CompletionException e) {
            System.out.println(e.getCause().getMessage());
        }
    }
    // endregion
}
