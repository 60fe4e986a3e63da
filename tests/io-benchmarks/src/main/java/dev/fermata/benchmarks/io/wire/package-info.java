/** What client and servers say to each other, plain or through TLS. */
package dev.fermata.benchmarks.io.wire;
