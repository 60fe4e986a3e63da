/** Small programs to read and run; each is a {@code main} whose output is held fixed by a test. */
package dev.fermata.examples;
