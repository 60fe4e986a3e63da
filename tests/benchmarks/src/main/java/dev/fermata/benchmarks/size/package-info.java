/** Measures how much larger weaving makes classes and methods. */
package dev.fermata.benchmarks.size;
