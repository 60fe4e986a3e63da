/** Programs that wait for ever, to be looked into. Their lines are quoted in golden files. */
package dev.fermata.tests.inspection.programs;
