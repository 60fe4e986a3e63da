/** Readers and writers of bytes, by hand and on loopback sockets. */
package dev.fermata.tests.conformance.streams;
