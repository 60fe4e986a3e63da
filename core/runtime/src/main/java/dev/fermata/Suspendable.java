package dev.fermata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose body may pause and resume.
 *
 * <p>The return type decides the kind: {@link Generator}, {@link java.util.Iterator}, {@link java.lang.Iterable} and
 * {@link java.util.stream.Stream} make a generator, and so do {@link java.util.PrimitiveIterator.OfInt}, {@link
 * java.util.stream.IntStream} and their like of {@code long} and {@code double}, whose values are never boxed. {@link
 * Coroutine} makes a coroutine, {@link AsyncGenerator} and {@link java.util.concurrent.Flow.Publisher} make an asynchronous
 * generator. Calling the method binds its arguments and runs nothing; the body starts when the returned object is first
 * resumed.
 *
 * <p>A method that returns {@link java.util.concurrent.CompletableFuture} or {@link
 * java.util.concurrent.CompletionStage} awaits as a coroutine does, but starts at once, on the caller's thread;
 * {@link dev.fermata.loop.Futures#start} tells where it goes on.
 *
 * <p>In the body, {@code return null} ends without a value, {@link Generator#returning}, {@link Coroutine#of} and
 * {@link java.util.concurrent.CompletableFuture#completedFuture} end with one, and returning any other object of the method's own type delegates to it.
 *
 * <p>A lambda needs no annotation: one whose functional interface returns one of these types is woven when its body
 * uses a marker.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Suspendable {}
