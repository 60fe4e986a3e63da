package dev.fermata.tests.validation;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Delegate;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The markers as plain Java: each blocks until it has its value. {@link BlockingReading} puts them in place of the real
 * ones.
 *
 * <p>A suspendable target method then runs when it is called. That is the same as running when it is awaited as
 * long as it is awaited, delegated to or returned at once, and so the targets do nothing else with it.
 */
public final class Blocking {
    private Blocking() {}

    /**
     * In place of {@code Coroutine.await}.
     *
     * @param awaitable what to wait for; null is what a coroutine returns that has no value
     * @return its value
     */
    public static Object await(Awaitable<?> awaitable) {
        return awaitable == null ? null : runToEnd(awaitable.awaiter());
    }

    /**
     * In place of {@code Coroutine.await}.
     *
     * @param stage what to wait for; null is what a method returns that has no value
     * @return its value
     */
    public static Object await(CompletionStage<?> stage) {
        if (stage == null) {
            return null;
        }
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw Point.sneaky(e.getCause());
        }
    }

    /**
     * In place of {@code Coroutine.await}.
     *
     * @param future what to wait for; null is what a method returns that has no value
     * @return its value
     */
    public static Object await(CompletableFuture<?> future) {
        return await((CompletionStage<?>) future);
    }

    private static Object runToEnd(Delegate<?, ?, ?> delegate) {
        try {
            for (; ; ) {
                delegate.next();
            }
        } catch (StopIteration end) {
            return end.value();
        }
    }

    /**
     * In place of {@code AsyncGenerator.iterator}: each step blocks.
     *
     * @param generator what to iterate over
     * @return its iterator
     */
    public static Iterator<?> iterator(AsyncGenerator<?> generator) {
        return new BlockingIterator(generator);
    }

    /**
     * In place of {@code Coroutine.suspend}.
     *
     * @param trap what the driver gets
     * @return what the driver answers
     */
    public static Object suspend(Object trap) {
        return Trial.current().answerTrap(trap);
    }

    /**
     * In place of {@code Generator.yield}.
     *
     * @param value what the driver gets
     * @return what the driver answers
     */
    public static Object yield(Object value) {
        return Trial.current().answerYield(value);
    }

    /**
     * In place of {@code Generator.yieldFrom}: by now the body of the other generator has run.
     *
     * @param generator how it ended, null for no value
     * @return its value
     */
    public static Object yieldFrom(Generator<?, ?, ?> generator) {
        return yieldFrom((Delegate<?, ?, ?>) generator);
    }

    /**
     * In place of {@code Generator.yieldFrom}: PEP 380, word by word.
     *
     * @param delegate what to delegate to
     * @return its value
     */
    @SuppressWarnings("unchecked") // what is sent is the same for both readings
    public static Object yieldFrom(Delegate<?, ?, ?> delegate) {
        if (delegate == null) {
            return null;
        }
        Delegate<Object, Object, Object> inner = (Delegate<Object, Object, Object>) delegate;
        try {
            Object value = inner.next();
            for (; ; ) {
                Object answer;
                try {
                    answer = Blocking.yield(value);
                } catch (Throwable error) {
                    if (Trial.current().isClosing()) {
                        inner.close();
                        throw error;
                    }
                    value = inner.raise(error);
                    continue;
                }
                value = answer == null ? inner.next() : inner.send(answer);
            }
        } catch (StopIteration end) {
            return end.value();
        }
    }

    /**
     * In place of {@code Generator.yieldFrom}.
     *
     * @param iterable where the elements come from; null is what a method returns that has no more of them
     * @return null
     */
    public static Object yieldFrom(Iterable<?> iterable) {
        return iterable == null ? null : yieldFrom(iterable.iterator());
    }

    /**
     * In place of {@code Generator.yieldFrom}.
     *
     * @param iterator where the elements come from; null is what a method returns that has no more of them
     * @return null
     */
    public static Object yieldFrom(Iterator<?> iterator) {
        return iterator == null ? null : yieldFrom(Delegate.of(iterator));
    }
}
