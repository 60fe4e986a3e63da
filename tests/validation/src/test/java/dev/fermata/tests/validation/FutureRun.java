package dev.fermata.tests.validation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Calls a woven target method that returns a future, and completes what it waits for, one stage after the other. */
public final class FutureRun {
    private FutureRun() {}

    public static Outcome of(TargetMethod method, TargetLoader loader, Input input, Mask mask) {
        Trial trial = new Trial(input, mask);
        return trial.run(() -> {
            CompletableFuture<?> future = ((CompletionStage<?>) method.call(loader, trial)).toCompletableFuture();
            while (!future.isDone()) {
                trial.completeOne();
            }
            Throwable failure =
                    future.<Throwable>handle((value, error) -> error).join();
            if (failure != null) {
                throw failure;
            }
            return "returned " + trial.text(future.join());
        });
    }
}
