package dev.fermata.benchmarks.io.load;

/**
 * A measurement, and what it took.
 *
 * @param connections how many were asked for
 * @param measurement what the client saw
 * @param serverSeconds how long the server's process had a processor
 * @param clientSeconds how long the client's had
 */
public record Sample(int connections, Measurement measurement, double serverSeconds, double clientSeconds) {}
