/** The extension for JUnit Jupiter: {@link dev.fermata.testkit.junit.LoopTest}. The only package that needs JUnit. */
package dev.fermata.testkit.junit;
