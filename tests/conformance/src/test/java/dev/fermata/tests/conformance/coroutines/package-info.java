/** Coroutines under hand-written drivers: PEP 492. */
package dev.fermata.tests.conformance.coroutines;
