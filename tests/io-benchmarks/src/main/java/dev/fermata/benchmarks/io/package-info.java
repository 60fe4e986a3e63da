/**
 * Echo and HTTP servers under load, each in a process of its own, and the client that loads them. {@code wire} is what goes
 * over the connection, {@code servers} answers it, {@code load} asks and keeps the time, {@code run} starts both and writes the
 * page.
 */
package dev.fermata.benchmarks.io;
