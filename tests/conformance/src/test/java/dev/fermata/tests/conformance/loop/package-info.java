/** The event loop, its callbacks, timers, promises and tasks: asyncio. */
package dev.fermata.tests.conformance.loop;
