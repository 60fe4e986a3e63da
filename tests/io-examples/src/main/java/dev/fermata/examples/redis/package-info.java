/** A Redis client with a parser that is a generator, and the same program by a client that gives futures. */
package dev.fermata.examples.redis;
