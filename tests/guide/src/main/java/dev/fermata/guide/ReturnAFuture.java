package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Suspendable;
import java.util.concurrent.CompletableFuture;

/** A method that awaits and returns a CompletableFuture. */
final class ReturnAFuture {
    private ReturnAFuture() {}

    // region program
    @Suspendable
    static CompletableFuture<Integer> sum(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        return CompletableFuture.completedFuture(await(a) + await(b));
    }

    static void run() {
        CompletableFuture<Integer> later = new CompletableFuture<>();
        CompletableFuture<Integer> sum = sum(later, CompletableFuture.completedFuture(2)); // runs up to await(a)
        later.complete(40); // goes on here: no loop is needed
        System.out.println(sum.join());
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        run();
    }
}
