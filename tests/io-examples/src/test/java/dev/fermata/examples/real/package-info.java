/** The programs of others, and our own as processes. */
package dev.fermata.examples.real;
