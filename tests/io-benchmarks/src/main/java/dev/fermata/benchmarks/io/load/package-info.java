/**
 * The client: one thread, many connections, on each a request as soon as the last has been answered. Checks every answer.
 */
package dev.fermata.benchmarks.io.load;
