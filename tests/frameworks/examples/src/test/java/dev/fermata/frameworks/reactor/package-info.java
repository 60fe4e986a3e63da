/** Reactor's streams against suspendable methods: demand, cancellation, threads, HTTP. */
package dev.fermata.frameworks.reactor;
