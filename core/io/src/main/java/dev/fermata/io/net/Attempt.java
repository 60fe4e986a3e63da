package dev.fermata.io.net;

import dev.fermata.Coroutine;
import dev.fermata.io.Transport;
import java.io.IOException;
import java.net.SocketAddress;

/** Tries to connect. */
@FunctionalInterface
interface Attempt {
    Coroutine<Transport> open(SocketAddress address) throws IOException;
}
