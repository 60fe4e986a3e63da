/**
 * Runs the tests of a library as it is and stress-woven, and compares: {@link
 * dev.fermata.tests.stress.library.LibraryRun} is the door.
 */
package dev.fermata.tests.stress.library;
