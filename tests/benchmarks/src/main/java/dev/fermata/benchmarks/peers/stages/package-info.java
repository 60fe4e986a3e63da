/** Stages of a pipeline as iterator classes: each takes what the one before gives. */
package dev.fermata.benchmarks.peers.stages;
