/** A small event loop that drives coroutines on one thread: ready queue, timers, a door for other threads. */
package dev.fermata.loop;
