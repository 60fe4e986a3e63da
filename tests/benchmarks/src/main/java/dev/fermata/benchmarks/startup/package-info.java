/** Measures what the agent adds to the start-up of a program that does not use it, in real JVMs. */
package dev.fermata.benchmarks.startup;
