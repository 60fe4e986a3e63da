/** The server and the client, in memory and virtual time, and against real ones. */
package dev.fermata.tests.http;
