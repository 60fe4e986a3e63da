/**
 * The user's view: one annotation, {@link dev.fermata.Suspendable}, and the types whose static methods mark where a
 * method pauses.
 *
 * <p>The return type says what kind of method it is: {@link dev.fermata.Generator} (or a plain {@link java.util.Iterator},
 * {@link java.lang.Iterable} or {@link java.util.stream.Stream}) for a generator, {@link dev.fermata.Coroutine} for a
 * coroutine.
 */
package dev.fermata;
