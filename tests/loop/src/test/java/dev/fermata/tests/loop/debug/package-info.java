/** What the debug mode reports, with the lines it names, and what it does not. */
package dev.fermata.tests.loop.debug;
