/** Starts the JVMs that measure what cannot be measured twice in one. */
package dev.fermata.benchmarks.jvm;
