/**
 * The Java agent: weaves suspendable methods as their classes are loaded. {@link dev.fermata.agent.Agent} is where the
 * JVM comes in, {@link dev.fermata.agent.WeavingTransformer} what it then calls for each class.
 *
 * <p>Code that runs inside {@code transform} runs in the middle of loading some class. It may not need that class
 * itself, so nothing there uses lambdas, string concatenation by {@code invokedynamic}, regular expressions or logging,
 * and everything it needs is loaded by {@link dev.fermata.agent.WarmUp} before the first class is woven. What every class
 * passes through, {@link dev.fermata.agent.WeavingTransformer}, is kept small and apart from the rest.
 */
package dev.fermata.agent;
