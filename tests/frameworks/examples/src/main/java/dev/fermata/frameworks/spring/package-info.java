/** A Spring Boot application with suspendable controllers, for WebFlux and for WebMVC alike. */
package dev.fermata.frameworks.spring;
