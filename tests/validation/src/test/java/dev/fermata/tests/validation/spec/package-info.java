/**
 * The comments of the targets as a specification: {@code // assertSpills(i, text)} at the end of a line says what
 * weaving makes of the suspension points on that line.
 */
package dev.fermata.tests.validation.spec;
