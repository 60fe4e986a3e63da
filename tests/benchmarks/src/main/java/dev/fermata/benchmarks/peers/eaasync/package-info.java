/**
 * The same work with ea-async: methods that return a {@code CompletableFuture} and await others are woven by its tool
 * after they have been compiled. It reads class files up to Java 14, so this package is compiled apart, for Java 11, and
 * uses nothing of the others.
 */
package dev.fermata.benchmarks.peers.eaasync;
