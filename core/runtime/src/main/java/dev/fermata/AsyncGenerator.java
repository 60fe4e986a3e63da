package dev.fermata;

import dev.fermata.frame.AsyncGeneratorHandle;
import dev.fermata.frame.SubscriberFrame;
import java.util.Iterator;
import java.util.concurrent.Flow;

/**
 * An asynchronous generator: a method that both waits and hands out values (PEP 525).
 *
 * <pre>{@code
 * @Suspendable
 * static AsyncGenerator<Integer> ticks(int count, Duration pause) {
 *     for (int i = 0; i < count; i++) {
 *         Coroutine.await(EventLoop.sleep(pause));
 *         AsyncGenerator.yield(i);
 *     }
 *     return null;
 * }
 *
 * @Suspendable
 * static Coroutine<Void> print() {
 *     for (int tick : ticks(3, Duration.ofSeconds(1))) {  // awaits each value: Python's async for
 *         System.out.println(tick);
 *     }
 *     return null;
 * }
 * }</pre>
 *
 * <p>What {@link #next()} and the others return runs nothing until it is awaited. Its waits go to whoever drives the
 * coroutine that awaits it, its values to that coroutine. One step is awaited at a time: while it is in progress every
 * other is refused. A loop that is left early leaves the generator where it stands; close it, for instance by {@code try
 * (var ticks = ticks(3, pause))}, so that its {@code finally} blocks run at a known point. An event loop closes those
 * that it has seen and that are left when it ends.
 *
 * <p>It is not thread-safe; it may be handed from one thread to another by any safe publication.
 *
 * @param <Y> what it yields
 */
public sealed interface AsyncGenerator<Y> extends Iterable<Y>, AsyncCloseable permits AsyncGeneratorHandle {

    /**
     * Suspension point: pauses the generator with a value. Only inside a suspendable method that is an asynchronous
     * generator.
     *
     * @param <S> what is sent back; unchecked
     * @param value what to hand to whoever awaits the next value; may be null
     * @return what was sent, null after {@code next()}
     * @throws NotWovenError if the calling method has not been woven
     */
    static <S> S yield(Object value) {
        throw NotWovenError.at("AsyncGenerator.yield");
    }

    /**
     * Suspension point: runs another asynchronous generator as if its body stood here. Values sent and exceptions raised
     * go straight to it, and closing this one closes it first. Python has no such thing; it is PEP 380 carried over.
     *
     * @param generator what to delegate to; does nothing if it has already ended
     * @throws TypeMismatchException if it is null
     * @throws IllegalStateException if a step of it is in progress, or it is delegated to already
     * @throws NotWovenError if the calling method has not been woven
     */
    static void yieldFrom(AsyncGenerator<?> generator) {
        throw NotWovenError.at("AsyncGenerator.yieldFrom");
    }

    /**
     * Makes an asynchronous generator of a publisher: each value is requested when it is asked for, so a loop over it has
     * back-pressure. It subscribes when it is first asked, and cancels the subscription when it is closed, or when the wait
     * for a value is.
     *
     * @param <Y> what is published
     * @param publisher the source, not null
     * @return a generator that has not started; what is sent to it is dropped, an exception raised comes straight back
     */
    @SuppressWarnings("unchecked") // it yields what is published
    static <Y> AsyncGenerator<Y> from(Flow.Publisher<? extends Y> publisher) {
        return (AsyncGenerator<Y>) (AsyncGenerator<?>) new SubscriberFrame(publisher).asAsyncGenerator();
    }

    /**
     * The next value ({@code __anext__}).
     *
     * @return to be awaited; throws {@link StopAsyncIteration} at the end, and {@link IllegalStateException} if another
     *     step is in progress
     */
    Coroutine<Y> next();

    /**
     * The next value, or another one at the end ({@code anext(generator, default)}).
     *
     * @param otherwise what to give at the end; may be null
     * @return to be awaited; throws {@link IllegalStateException} if another step is in progress
     */
    Coroutine<Y> next(Y otherwise);

    /**
     * Resumes the body with a value ({@code asend}).
     *
     * @param value becomes the result of the pending {@code yield}; null does the same as {@link #next()}
     * @return the next value yielded, to be awaited; throws {@link StopAsyncIteration} at the end, {@link
     *     TypeMismatchException} if the value is not null and the generator has not started, and {@link
     *     IllegalStateException} if another step is in progress
     */
    Coroutine<Y> send(Object value);

    /**
     * Raises an exception at the pending {@code yield} ({@code athrow}). Before the start it comes straight back and ends
     * the generator. After the end it is dropped and null comes back: so CPython has it, other than for generators.
     *
     * @param error what to raise, not null
     * @return the next value yielded if the body handles the exception and goes on, to be awaited; throws {@link
     *     StopAsyncIteration} if it handles it and returns, and {@link IllegalStateException} if another step is in
     *     progress
     */
    Coroutine<Y> raise(Throwable error);

    /**
     * Raises {@link GeneratorExit} at the pending {@code yield}, first in what this generator has delegated to ({@code
     * aclose}). Finally blocks may await. Does nothing once the generator has ended; one that has not started just ends.
     *
     * @return to be awaited; throws {@link IllegalStateException} if the body yields again instead of ending, or another
     *     step is in progress
     */
    @Override
    Coroutine<Void> closeAsync();

    /**
     * Where the generator stands.
     *
     * @return its state; {@link State#RUNNING} only within the body itself, not while a step waits
     */
    State state();

    /**
     * For the enhanced {@code for} of a suspendable method that can await, which is woven into steps that are awaited.
     *
     * @return never: woven code does not call it
     * @throws NotWovenError always: elsewhere there is nobody to await the values
     */
    @Override
    default Iterator<Y> iterator() {
        throw NotWovenError.at("AsyncGenerator.iterator");
    }
}
