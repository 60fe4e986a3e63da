/** A program that another one's work goes through. */
package dev.fermata.examples.pipe;
