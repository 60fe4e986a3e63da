/** Weaves a directory of class files in place, for build tools. */
package dev.fermata.transformer.directory;
