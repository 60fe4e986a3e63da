/** The Maven plugin: weaves in the build, or has tests and programs woven by the agent. */
package dev.fermata.maven;
