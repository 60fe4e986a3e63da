/** Measures the transformer: how fast it weaves, and how fast it passes over classes that do not concern it. */
package dev.fermata.benchmarks.weaving;
