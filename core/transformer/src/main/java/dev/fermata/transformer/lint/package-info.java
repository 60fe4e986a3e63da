/**
 * Warnings: code that can be woven and will hardly do what is meant. Each class looks for one mistake, prefers silence to a
 * false alarm, and reads the method as the compiler left it.
 */
package dev.fermata.transformer.lint;
