/**
 * What the agent does in a JVM that is looked at: it finds Fermata's runtimes there and has them describe themselves. It weaves
 * nothing and leaves nothing behind. {@link dev.fermata.agent.inspection.Errand} is what {@code agentmain} is sent for.
 */
package dev.fermata.agent.inspection;
