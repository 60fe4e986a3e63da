/** Finds the suspendable methods of a class and everything its author did wrong. */
package dev.fermata.transformer.validation;
