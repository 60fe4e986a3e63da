/**
 * Python programs about generators and coroutines, written again in Java: each must print, line by line, what CPython
 * printed. The traces are resources, one file per scenario.
 */
package dev.fermata.tests.conformance;
