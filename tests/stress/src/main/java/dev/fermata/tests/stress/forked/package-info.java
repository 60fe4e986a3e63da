/**
 * Runs in the JVM of a library's tests. It needs the JUnit platform alone, of any version that the library brings, so only
 * what the platform has had since 1.0 is used.
 */
package dev.fermata.tests.stress.forked;
