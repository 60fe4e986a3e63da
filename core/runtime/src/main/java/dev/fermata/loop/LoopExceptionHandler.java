package dev.fermata.loop;

/** Gets the failures that nobody else can be told of (asyncio's {@code set_exception_handler}). */
@FunctionalInterface
public interface LoopExceptionHandler {
    /**
     * Takes notice of a failure, on the loop's thread. What it throws itself is logged.
     *
     * @param failure what happened
     */
    void handle(LoopFailure failure);
}
