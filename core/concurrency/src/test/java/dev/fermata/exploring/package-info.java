/** Runs small scenarios in every way in which their tasks can be cancelled. */
package dev.fermata.exploring;
