/**
 * Looking into a JVM from outside. {@link dev.fermata.tests.inspection.Target} is a JVM that runs one of the
 * {@code programs}, {@link dev.fermata.tests.inspection.AgentCommand} what a user types to look into it.
 */
package dev.fermata.tests.inspection;
