package dev.fermata.benchmarks.report;

/**
 * A peer that has no figure.
 *
 * @param peer who
 * @param work the workload, or {@code "all"}
 * @param reason why
 */
public record LeftOut(String peer, String work, String reason) {}
