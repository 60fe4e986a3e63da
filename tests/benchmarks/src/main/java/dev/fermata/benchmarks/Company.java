package dev.fermata.benchmarks;

/**
 * What else the JVM has run before a measurement. Code shared by all generators keeps one type profile for all of them:
 * alone, a benchmark flatters it.
 */
public enum Company {
    /** Nothing else: the shared code has seen one generator only. */
    ALONE,

    /** Other generators of the same kind, so often that the shared code has been compiled for them. */
    AMONG_OTHERS
}
