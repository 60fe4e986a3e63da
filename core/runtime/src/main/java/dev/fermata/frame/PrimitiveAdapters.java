package dev.fermata.frame;

import dev.fermata.Delegate;
import dev.fermata.TypeMismatchException;
import java.util.Iterator;
import java.util.stream.BaseStream;

/** Turns what generators of primitive values delegate to into frames. */
final class PrimitiveAdapters {
    private PrimitiveAdapters() {}

    /** The frame for the operand of a {@code yieldFrom}: one of the same type is linked, all else is unboxed. */
    static Frame frameFor(Object target, Primitive type) {
        if (target instanceof PrimitiveFrame generator && generator.type() == type) {
            if (generator.isRunning()) {
                throw generator.alreadyExecuting();
            }
            return generator.isAdoptable() && !generator.isAhead() ? generator : new UnboxingFrame(generator, type);
        }
        if (target instanceof CoroutineFrame coroutine) {
            throw new TypeMismatchException("a generator cannot delegate to " + coroutine
                    + ": only a coroutine can await it, or an event loop run it");
        }
        if (target instanceof BaseStream<?, ?> stream) {
            return new SourceFrame(stream.iterator(), type, stream);
        }
        if (target instanceof Iterable<?> iterable) { // first: one of ours may be the pattern of others
            return forIterator(iterable.iterator(), type);
        }
        if (target instanceof Delegate<?, ?, ?> delegate) {
            return new UnboxingFrame(delegate, type);
        }
        if (target instanceof Iterator<?> iterator) {
            return forIterator(iterator, type);
        }
        throw new TypeMismatchException("a generator cannot delegate to "
                + Adapters.describe(target)
                + ": a Generator, Delegate, Iterable, Iterator or stream is wanted");
    }

    private static Frame forIterator(Iterator<?> iterator, Primitive type) {
        return iterator instanceof Delegate<?, ?, ?> delegate
                ? new UnboxingFrame(delegate, type)
                : new SourceFrame(iterator, type, null);
    }
}
