/** Generators that delegate to others: PEP 380. */
package dev.fermata.tests.conformance.delegation;
