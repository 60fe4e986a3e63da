/** The same work without Fermata: written by hand here, in Kotlin among the Kotlin sources. */
package dev.fermata.benchmarks.peers;
