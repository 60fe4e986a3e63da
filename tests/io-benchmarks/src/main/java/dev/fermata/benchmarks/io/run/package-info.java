/** The command: starts each server and the client, each on a processor of its own, and writes the page of what came of it. */
package dev.fermata.benchmarks.io.run;
