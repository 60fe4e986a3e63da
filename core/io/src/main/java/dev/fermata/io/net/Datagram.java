package dev.fermata.io.net;

import java.net.SocketAddress;

/**
 * A datagram.
 *
 * @param bytes what is in it; not copied
 * @param address where it comes from, or goes to
 */
public record Datagram(byte[] bytes, SocketAddress address) {}
