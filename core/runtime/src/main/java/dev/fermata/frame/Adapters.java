package dev.fermata.frame;

import dev.fermata.Awaitable;
import dev.fermata.Delegate;
import dev.fermata.TypeMismatchException;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** Turns what users delegate to into frames. */
public final class Adapters {
    private Adapters() {}

    /**
     * A plain iterator as a delegate.
     *
     * @param iterator the source, not null
     * @return the adapter
     */
    public static Delegate<Object, Object, Object> of(Iterator<?> iterator) {
        return new IteratorDelegate(Objects.requireNonNull(iterator, "iterator"));
    }

    /** The frame for the operand of a {@code yieldFrom}. */
    static Frame forGenerator(Object target) {
        if (target instanceof GeneratorFrame generator) {
            return frameOf(generator);
        }
        if (target instanceof CoroutineFrame coroutine) {
            throw new TypeMismatchException("a generator cannot delegate to " + coroutine
                    + ": only a coroutine can await it, or an event loop run it");
        }
        if (target instanceof Delegate<?, ?, ?> delegate) {
            return new AdapterFrame(delegate);
        }
        if (target instanceof Iterable<?> iterable) {
            return forIterator(iterable.iterator());
        }
        if (target instanceof Iterator<?> iterator) {
            return forIterator(iterator);
        }
        if (target instanceof BaseStream<?, ?> stream) {
            return new AdapterFrame(new StreamDelegate(stream));
        }
        throw new TypeMismatchException("a generator cannot delegate to " + describe(target)
                + ": a Generator, Delegate, Iterable, Iterator or stream is wanted");
    }

    /** The frame for the operand of an {@code await}. */
    static Frame forCoroutine(Object target) {
        if (target instanceof CoroutineFrame coroutine) {
            return coroutine.awaited();
        }
        if (target instanceof Awaitable<?> awaitable) {
            Delegate<?, ?, ?> awaiter = awaitable.awaiter();
            if (awaiter instanceof GeneratorFrame generator) {
                return frameOf(generator);
            }
            if (awaiter instanceof Frame frame) {
                return frame;
            }
            if (awaiter != null) {
                return new AdapterFrame(awaiter);
            }
            throw new TypeMismatchException(
                    awaitable.getClass().getName() + ".awaiter() returned null: a Delegate is wanted");
        }
        if (target instanceof CompletionStage<?> stage) {
            return new StageFrame(stage);
        }
        if (target instanceof Future<?>) {
            throw new TypeMismatchException(describe(target)
                    + " cannot be awaited: a Future that is no CompletionStage can only block; await a CompletableFuture, or"
                    + " call get() on a thread of its own and await that");
        }
        throw new TypeMismatchException(describe(target) + " cannot be awaited: "
                + (target instanceof GeneratorFrame ? "a generator is iterated, not awaited; " : "")
                + "a Coroutine or other Awaitable, or a CompletionStage, is wanted");
    }

    private static Frame forIterator(Iterator<?> iterator) {
        return iterator instanceof GeneratorFrame generator
                ? frameOf(generator)
                : new AdapterFrame(new IteratorDelegate(iterator));
    }

    private static Frame frameOf(GeneratorFrame generator) {
        if (generator.isFresh()) {
            return generator;
        }
        if (generator.isTemplate()) {
            return generator.fresh();
        }
        if (generator.isRunning()) {
            throw generator.alreadyExecuting();
        }
        return generator.isAdoptable() && !generator.isAhead() ? generator : new AdapterFrame(generator);
    }

    static String describe(Object target) {
        if (target == null) {
            return "null";
        }
        return target instanceof Frame ? target.toString() : target.getClass().getName();
    }
}
