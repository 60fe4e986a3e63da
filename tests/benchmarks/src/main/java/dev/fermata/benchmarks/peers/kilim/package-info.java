/**
 * The same work with Kilim: methods that declare {@code Pausable} are woven by its Maven plugin. Its generators are
 * subclasses of {@code kilim.Generator}; code without a scheduler is a {@code kilim.Continuation}.
 */
package dev.fermata.benchmarks.peers.kilim;
