/**
 * Other programs, their standard streams and their ends, for tasks of an event loop: asyncio's {@code subprocess}.
 */
package dev.fermata.io.process;
