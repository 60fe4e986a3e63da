/** Runs the benchmarks and prints what came of them. */
package dev.fermata.benchmarks.report;
