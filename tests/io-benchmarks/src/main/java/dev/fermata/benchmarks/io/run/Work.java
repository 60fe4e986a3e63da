package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.io.wire.Protocol;
import java.util.List;
import java.util.Locale;

/**
 * What servers are compared at.
 *
 * @param protocol what is spoken
 * @param tls whether through TLS
 */
record Work(Protocol protocol, boolean tls) {
    static final List<Work> ALL = List.of(
            new Work(Protocol.ECHO, false),
            new Work(Protocol.ECHO, true),
            new Work(Protocol.HTTP, false),
            new Work(Protocol.HTTP, true));

    /** Such as {@code echo-plain}. */
    String title() {
        return protocol.name().toLowerCase(Locale.ROOT) + (tls ? "-tls" : "-plain");
    }
}
