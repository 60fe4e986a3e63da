/**
 * Holds the project to its list of hazards ({@code hazards.tsv}): every one has a test that carries its id and has passed
 * in this build, or stands in {@code not-applicable.tsv} with the reason. The result is {@code docs/hazards.md}.
 */
package dev.fermata.tests.hazards;
