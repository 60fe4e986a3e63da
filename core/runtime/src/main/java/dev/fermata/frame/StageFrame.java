package dev.fermata.frame;

import dev.fermata.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * One wait for a {@code CompletionStage}. If it is not complete, the frame suspends with the stage's future for whoever
 * drives it, who resumes it, with whatever value, once the future is complete.
 *
 * <pre>
 *   value                            the value
 *   CompletionException of x         x, once unwrapped: the wrapper is how dependent stages pass failures on
 *   CancellationException            Cancellation
 *   x                                x
 * </pre>
 */
final class StageFrame extends Frame {
    private static final int WAITING = 1;

    private final CompletionStage<?> stage;
    private final CompletableFuture<?> future;

    StageFrame(CompletionStage<?> stage) {
        this.stage = stage;
        this.future = futureOf(stage);
    }

    @Override
    public Object step(Object input, int depth) {
        boolean resumed = begin() != 0;
        if (!resumed && !future.isDone()) {
            suspendAt(WAITING);
            return future;
        }
        end();
        if (resumed) {
            take(input);
            if (!future.isDone()) {
                throw new IllegalStateException(this + " was resumed before the stage it waits for was complete");
            }
        }
        if (future.isCompletedExceptionally()) {
            Throwable failure = failure();
            if (!resumed) {
                Traces.raisingHere(new Raised(failure, new Origin(null)));
            }
            throw Throwing.asIs(failure);
        }
        return future.getNow(null);
    }

    /** As it is stored in the future: every other way to ask for it may wrap it. */
    private Throwable failure() {
        Throwable stored = future.<Throwable>handle((value, error) -> error).join();
        Throwable failure =
                stored instanceof CompletionException && stored.getCause() != null ? stored.getCause() : stored;
        return failure instanceof CancellationException
                ? new Cancellation(failure.getMessage()).initCause(failure)
                : failure;
    }

    private static CompletableFuture<?> futureOf(CompletionStage<?> stage) {
        try {
            return stage.toCompletableFuture();
        } catch (UnsupportedOperationException e) { // a stage need not have one
            CompletableFuture<Object> future = new CompletableFuture<>();
            stage.whenComplete((value, error) -> {
                if (error == null) {
                    future.complete(value);
                } else {
                    future.completeExceptionally(error);
                }
            });
            return future;
        }
    }

    @Override
    protected String method() {
        return stage.toString();
    }

    @Override
    Object face() {
        return stage;
    }

    @Override
    Frame adopt(Object target) {
        throw new AssertionError("a wait has no suspension points of its own");
    }

    @Override
    String kind() {
        return "wait for";
    }

    @Override
    void refuseEnded() {}
}
