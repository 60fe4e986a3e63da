/** Cancelling tasks: asyncio's {@code Task.cancel}. */
package dev.fermata.tests.conformance.cancellation;
