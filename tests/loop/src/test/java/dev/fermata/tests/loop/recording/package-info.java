/** What the Flight Recorder gets to see of loops, read back from real recordings. */
package dev.fermata.tests.loop.recording;
