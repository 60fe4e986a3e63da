/** A server that says back what it is told. */
package dev.fermata.examples.echo;
