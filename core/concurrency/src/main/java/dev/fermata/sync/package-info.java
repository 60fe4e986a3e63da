/**
 * Events, locks, conditions, semaphores and barriers for the tasks of one loop (asyncio's synchronization primitives).
 * Nothing here holds a thread, and nothing is for several threads: {@code java.util.concurrent} has those.
 */
package dev.fermata.sync;
