package dev.fermata.benchmarks.startup;

/**
 * One JVM, from start to end.
 *
 * @param round which round it belongs to, from 0; those of a round have run one after the other
 * @param variant how it was started
 * @param cpuMillis user and system time of all threads up to the end of {@code main}
 * @param wallMillis from start to end, on the clock
 */
record Run(int round, Variant variant, long cpuMillis, long wallMillis) {}
