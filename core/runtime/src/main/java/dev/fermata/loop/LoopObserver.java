package dev.fermata.loop;

import dev.fermata.AsyncGenerator;

/**
 * Is told what happens on a loop, for those who record or check it. On the thread of the loop, or on the one that prepares
 * it; nothing that an observer throws reaches the loop. What has begun is told to the same observers when it ends.
 *
 * <pre>
 *   taskSpawned                                            spawn
 *     stepBegins ─► (cancellationDelivered) ─► stepEnded   each turn of the task; then it waits: Task.awaited
 *     ...
 *     stepBegins ─► stepEnded ─► taskEnded                 its last: Task.isDone
 * </pre>
 *
 * An eager task, and one that is closed, makes its step within another or within none.
 */
interface LoopObserver {
    /** There is a task more; {@link EventLoop#runningTask} has spawned it. */
    default void taskSpawned(Task<?> task) {}

    /** A task is about to go on; its frames stand where they were suspended. */
    default void stepBegins(Task<?> task) {}

    /** The step is over, whatever came of it: the task waits, has its turn coming, or is done. */
    default void stepEnded(Task<?> task) {}

    /** After the step that was the last. */
    default void taskEnded(Task<?> task) {}

    /**
     * A callback of the loop, of a timer or of a promise is about to run.
     *
     * @param callback what was given to the loop, or stands in its place; for messages
     */
    default void callbackBegins(Object callback) {}

    default void callbackEnded(Object callback) {}

    /** A task has been asked to stop, by {@link Task#cancel} of its own or of one that awaits it. */
    default void cancellationRequested(Task<?> task, String reason) {}

    /** The step that has begun is resumed with the cancellation that was asked for. */
    default void cancellationDelivered(Task<?> task) {}

    /** The loop is being closed, and a task with it that has not ended: it makes its last step now. */
    default void closedWhilePending(Task<?> task) {}

    /** An asynchronous generator has lost its users half-way, and is closed by a task of the loop. */
    default void generatorDropped(AsyncGenerator<?> generator) {}

    /** There is nothing to do, and the loop waits. */
    default void waitBegins() {}

    default void waitEnded() {}
}
