/** Generators by themselves: PEP 255, 342 and 479. */
package dev.fermata.tests.conformance.generators;
