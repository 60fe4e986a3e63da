/**
 * JaCoCo's report of woven code beside that of its twin: the same source, compiled with markers that are ordinary blocking
 * calls.
 */
package dev.fermata.tests.coverage;
