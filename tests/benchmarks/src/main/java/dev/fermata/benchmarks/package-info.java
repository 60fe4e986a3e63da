/**
 * What suspending costs. Every workload stands beside a hand-written one and Kotlin's, does the same work on all sides,
 * and a test compares the results. Figures are ratios within one run.
 */
package dev.fermata.benchmarks;
