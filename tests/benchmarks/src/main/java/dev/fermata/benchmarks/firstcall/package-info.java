/** Measures what the first use costs, in new JVMs in which everything is still interpreted. */
package dev.fermata.benchmarks.firstcall;
