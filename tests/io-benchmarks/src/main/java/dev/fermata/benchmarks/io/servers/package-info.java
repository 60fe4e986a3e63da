/** Servers that do the same in different ways; {@code ServerProgram} is the process that one of them lives in. */
package dev.fermata.benchmarks.io.servers;
