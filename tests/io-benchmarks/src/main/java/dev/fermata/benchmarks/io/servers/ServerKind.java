package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.servers.NettyServer.Transport;
import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** The servers in Java. */
public enum ServerKind {
    /** Fermata's streams. */
    FERMATA("fermata") {
        @Override
        public Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
            return FermataServer.start(protocol, certificate);
        }
    },

    /** NIO by hand. */
    HAND_WRITTEN("handWritten") {
        @Override
        public Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
            return HandWrittenServer.start(protocol, certificate);
        }
    },

    /** Netty on NIO, with the JDK's TLS: all in Java. */
    NETTY("netty") {
        @Override
        public Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
            return NettyServer.start(Transport.NIO, SslProvider.JDK, protocol, certificate);
        }
    },

    /** Netty on its own transport, in C, with the JDK's TLS. */
    NETTY_EPOLL("nettyEpoll") {
        @Override
        public Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
            return NettyServer.start(Transport.EPOLL, SslProvider.JDK, protocol, certificate);
        }

        @Override
        public Optional<String> obstacle() {
            return Epoll.isAvailable() ? Optional.empty() : Optional.of("Netty's epoll transport does not run here");
        }
    },

    /** The same with TLS in C. */
    NETTY_OPEN_SSL("nettyEpollOpenSsl") {
        @Override
        public Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
            return NettyServer.start(Transport.EPOLL, SslProvider.OPENSSL, protocol, certificate);
        }

        @Override
        public Optional<String> obstacle() {
            return Epoll.isAvailable() && OpenSsl.isAvailable()
                    ? Optional.empty()
                    : Optional.of("Netty's epoll transport or its OpenSSL does not run here");
        }

        @Override
        public boolean isForTlsAlone() {
            return true;
        }
    },

    /** Blocking sockets on virtual threads. */
    VIRTUAL_THREADS("virtualThreads") {
        @Override
        public Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
            return BlockingServer.start(protocol, certificate);
        }

        @Override
        public Optional<String> obstacle() {
            return VirtualThreads.exist()
                    ? Optional.empty()
                    : Optional.of(
                            "no virtual threads in JDK " + Runtime.version().feature());
        }
    };

    private final String variant;

    ServerKind(String variant) {
        this.variant = variant;
    }

    /**
     * The kind of a name.
     *
     * @param variant a name, as {@link #variant} gives it
     * @return the kind
     */
    public static ServerKind of(String variant) {
        return Arrays.stream(values())
                .filter(kind -> kind.variant.equals(variant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such server: " + variant));
    }

    /**
     * What it is called in figures.
     *
     * @return its name
     */
    public String variant() {
        return variant;
    }

    /**
     * Starts one.
     *
     * @param protocol what to speak
     * @param certificate what to speak it through TLS with, or null
     * @return a server that listens
     * @throws IOException if it cannot listen
     * @throws GeneralSecurityException if it cannot use the certificate
     */
    public abstract Server start(Protocol protocol, Certificate certificate)
            throws IOException, GeneralSecurityException;

    /**
     * Why it cannot run here.
     *
     * @return a reason, or nothing if it can
     */
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Whether it differs from another only in its TLS.
     *
     * @return whether to leave it out without TLS
     */
    public boolean isForTlsAlone() {
        return false;
    }
}
