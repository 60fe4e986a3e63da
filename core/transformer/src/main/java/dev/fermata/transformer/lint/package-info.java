/**
 * Warns of code that can be woven but hardly does what its author wants. Each pass is a class of its own and reports by
 * itself; {@link dev.fermata.transformer.lint.Lint} is the list of them.
 */
package dev.fermata.transformer.lint;
