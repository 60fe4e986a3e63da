/** Tests of what is said about weaving. */
package dev.fermata.transformer.explain;
