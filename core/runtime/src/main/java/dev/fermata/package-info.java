/**
 * The user's view: one annotation, {@link dev.fermata.Suspendable}, and the types whose static methods mark where a
 * method pauses.
 *
 * <p>The return type says what kind of method it is: {@link dev.fermata.Generator} (or a plain {@link java.util.Iterator},
 * {@link java.lang.Iterable} or {@link java.util.stream.Stream}, or one of their primitive forms) for a generator, {@link
 * dev.fermata.Coroutine} for a coroutine, {@link java.util.concurrent.CompletableFuture} for one that starts at once.
 */
package dev.fermata;
