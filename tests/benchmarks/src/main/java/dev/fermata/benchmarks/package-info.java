/**
 * What weaving costs, measured against the same work written by hand and in Kotlin. Each class is one workload, each of
 * its benchmark methods one way to do it; all of them give the same result.
 */
package dev.fermata.benchmarks;
