package dev.fermata.io.net;

import dev.fermata.Coroutine;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface Resolver {
    /**
     * Looks up.
     *
     * @param host a name, or an address as text
     * @return gives the addresses, the best first, one at least; throws {@link java.net.UnknownHostException} if there are none
     * @throws IOException if looking up fails
     */
    Coroutine<List<InetAddress>> resolve(String host) throws IOException;
}
