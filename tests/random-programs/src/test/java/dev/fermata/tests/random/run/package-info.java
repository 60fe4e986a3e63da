/** Compiles random programs many at a time, weaves them, and compares what they do with what they should. */
package dev.fermata.tests.random.run;
