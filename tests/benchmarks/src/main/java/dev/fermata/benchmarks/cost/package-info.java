/** Runs the measurements of what weaving costs, and writes them into the page of that name. */
package dev.fermata.benchmarks.cost;
