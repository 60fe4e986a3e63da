/** Measures what is left on the heap of generators, coroutines and tasks that are suspended. */
package dev.fermata.benchmarks.memory;
