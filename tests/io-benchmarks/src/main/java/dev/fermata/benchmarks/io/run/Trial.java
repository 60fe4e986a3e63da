package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.io.load.Sample;

/**
 * One server, measured once.
 *
 * @param work the title of the work
 * @param variant the server
 * @param round which time, from 1
 * @param sample what was measured
 */
record Trial(String work, String variant, int round, Sample sample) {}
