/**
 * Streams, channels and files whose calls block, for tasks of an event loop: the calls are made by other threads.
 *
 * <pre>
 *   StreamReader ◄── BlockingInput  ◄── a thread that blocks in InputStream.read
 *   StreamWriter ──► BlockingOutput ──► a thread that blocks in OutputStream.write
 * </pre>
 */
package dev.fermata.io.blocking;
