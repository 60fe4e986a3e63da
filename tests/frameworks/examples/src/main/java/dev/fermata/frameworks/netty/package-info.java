/** Netty handlers that await. */
package dev.fermata.frameworks.netty;
