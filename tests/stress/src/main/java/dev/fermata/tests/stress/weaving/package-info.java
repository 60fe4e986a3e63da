/**
 * Turns every method of a class into a coroutine that is suspended before each call and at each loop back edge, and is run
 * to its end in place by {@link dev.fermata.tests.stress.driver.StressDriver}. It only prepares classes; the product's own
 * {@link dev.fermata.transformer.Weaver} weaves them.
 */
package dev.fermata.tests.stress.weaving;
