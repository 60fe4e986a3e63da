/**
 * The same work with Tascalate JavaFlow: methods marked {@code @continuable} are woven by its Maven plugin. Continuations
 * are single-shot, which is the faster kind. Bodies are classes, because only its agent can weave lambdas.
 */
package dev.fermata.benchmarks.peers.javaflow;
