/** Class files that are none, or no longer: whatever the bytes are, the transformer answers with a result. */
package dev.fermata.tests.random.fuzz;
