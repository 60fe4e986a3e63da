/**
 * The benchmark command: {@code Measure} runs the parts and writes a {@code Report}, {@code Render} makes a page with charts
 * of it, also later and without measuring. A new workload takes part as soon as JMH finds it; {@code Family} says in which
 * section of the page, {@code Peers} in which colour its variants are painted, {@code Goals} what is expected of them.
 */
package dev.fermata.benchmarks.report;
