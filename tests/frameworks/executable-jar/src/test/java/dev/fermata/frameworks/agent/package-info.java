/** The shop in an executable jar, woven by the agent as Boot's class loader loads it. */
package dev.fermata.frameworks.agent;
