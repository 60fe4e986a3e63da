/**
 * Tests of coroutines that take no time and leave nothing to chance: a loop in virtual time, which runs a test in many orders
 * of its tasks, refuses to hang, and looks for what is left at the end. {@link dev.fermata.testkit.TestLoop} is the door;
 * {@code dev.fermata.testkit.junit} opens it for JUnit Jupiter.
 */
package dev.fermata.testkit;
