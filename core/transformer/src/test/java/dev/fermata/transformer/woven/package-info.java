/** Whole classes, compiled from source or made by hand, woven and run. */
package dev.fermata.transformer.woven;
