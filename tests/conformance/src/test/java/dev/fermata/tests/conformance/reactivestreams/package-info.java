/** Methods that return {@code Flow.Publisher}, held to the rules of reactive streams. */
package dev.fermata.tests.conformance.reactivestreams;
