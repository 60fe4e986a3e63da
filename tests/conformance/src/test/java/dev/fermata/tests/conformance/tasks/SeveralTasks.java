package dev.fermata.tests.conformance.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.tests.conformance.LoopScenarios;

/** What the tasks of these scenarios do. */
abstract class SeveralTasks extends LoopScenarios {
    @Suspendable
    static Coroutine<Void> turns(int number) {
        for (int i = 0; i < number; i++) {
            await(turn());
        }
        return null;
    }

    /** Gives some turns and returns a value, or throws it. */
    @Suspendable
    static <T> Coroutine<T> after(int turns, Object value) {
        await(turns(turns));
        return Coroutine.of(valueOf(value));
    }

    @SuppressWarnings("unchecked") // each scenario knows what it has put in
    private static <T> T valueOf(Object value) {
        if (value instanceof RuntimeException error) {
            throw error;
        }
        return (T) value;
    }

    @Suspendable
    static <T> Coroutine<T> forEver() {
        return Coroutine.of(await(SeveralTasks.<T>promise()));
    }

    static <T> Promise<T> promise() {
        return new Promise<>(EventLoop.current());
    }
}
