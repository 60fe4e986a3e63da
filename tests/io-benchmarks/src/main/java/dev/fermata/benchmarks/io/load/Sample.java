package dev.fermata.benchmarks.io.load;

/**
 * A measurement, and what it took.
 *
 * @param connections how many were asked for
 * @param measurement what the client saw
 * @param server how long the server's process had a processor
 * @param client how long the client's had
 */
public record Sample(int connections, Measurement measurement, ProcessorTime server, ProcessorTime client) {}
