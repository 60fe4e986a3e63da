/**
 * Stress-weaves whole JDKs and every jar of the build, and has the JVM's verifier and ASM check what comes out. Nothing of
 * it is run.
 */
package dev.fermata.tests.stress.corpus;
