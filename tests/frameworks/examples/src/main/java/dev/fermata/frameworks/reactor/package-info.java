/** Reactor's types and suspendable methods, in both directions. */
package dev.fermata.frameworks.reactor;
