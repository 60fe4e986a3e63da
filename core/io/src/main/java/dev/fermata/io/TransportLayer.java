package dev.fermata.io;

import dev.fermata.Coroutine;
import java.io.IOException;

/** What is put on top of each transport of a client or server, TLS above all. */
@FunctionalInterface
public interface TransportLayer {
    /**
     * Agrees with the other side.
     *
     * @param below carries what this sends; closed by whoever calls this if it fails, by the result otherwise
     * @param host the name that the client has connected to; null on the side of the server, or if there is none
     * @return gives the transport on top, ready for use
     * @throws IOException if both sides cannot agree
     */
    Coroutine<Transport> establish(Transport below, String host) throws IOException;
}
