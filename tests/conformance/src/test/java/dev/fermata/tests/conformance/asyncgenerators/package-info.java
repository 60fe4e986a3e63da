/** Asynchronous generators and loops over them: PEP 525. */
package dev.fermata.tests.conformance.asyncgenerators;
