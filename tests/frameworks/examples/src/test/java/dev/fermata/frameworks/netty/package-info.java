/** Netty servers whose handlers await, over loopback. */
package dev.fermata.frameworks.netty;
