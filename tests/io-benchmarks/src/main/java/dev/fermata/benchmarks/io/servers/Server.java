package dev.fermata.benchmarks.io.servers;

import java.io.Closeable;

/** A server that listens on the loopback address until it is closed. */
public interface Server extends Closeable {
    /** How many connections may be waiting to be accepted, for all servers. */
    int BACKLOG = 1024;

    /**
     * Where it listens.
     *
     * @return a port, chosen by the system
     */
    int port();
}
