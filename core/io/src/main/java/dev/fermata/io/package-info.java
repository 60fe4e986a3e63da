/**
 * Streams of bytes on an event loop: readers, writers and connections, and what they stand on. Modelled on asyncio's streams,
 * except that a reader asks its source instead of being fed.
 *
 * <pre>
 *   StreamReader ◄── ByteSource ◄─┐
 *                                 ├── Transport: a socket, TLS over another one, a pipe in memory
 *   StreamWriter ──► ByteSink ◄───┘
 * </pre>
 */
package dev.fermata.io;
