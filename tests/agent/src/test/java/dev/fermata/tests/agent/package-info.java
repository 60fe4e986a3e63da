/**
 * The packaged agent in JVMs of its own. {@link dev.fermata.tests.agent.Sources} compiles small programs,
 * {@link dev.fermata.tests.agent.Jvm} runs them, {@link dev.fermata.tests.agent.Run} is what came of it.
 */
package dev.fermata.tests.agent;
