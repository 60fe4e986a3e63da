package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;

/** What the page says about every run. */
final class PageText {
    static final String EXPLANATION = """
            The client is the same for all: one thread on plain NIO, which keeps one request under way on each connection, \
            checks every answer, and asks again at once. Latency runs from before a request is written to after its answer \
            has been examined, so with many connections most of it is waiting for the others' turns, on both sides: it says \
            how evenly a server serves, and is no forecast for a server that is not at its limit.

            *CPU for one* is the processor time of the server's process for each answer, compilers and collectors included; \
            *kernel's* is what of it went into system calls, nearly the same for whoever makes the same calls. It does not depend on how fast the client is, nor much on what else the machine does. \
            *× Netty* compares answers per second, *× Netty by CPU* answers per second of the server's processor; more is \
            better in both.

            On loopback a client does the same system calls as a server, so it cannot be much faster than the best of them. \
            Where the client is busy for more than 95 %% of the time (bold), answers per second are its own limit, and the \
            servers are told apart by their processor time; the `handWritten` server, the least that NIO needs, shows how much \
            this client can do. Where neither side is that busy, with many connections, other programs on the machine had the \
            processors meanwhile; the long tails, p99 and p99.9, are then theirs as much as the server's.

            All servers do the same work. They listen on loopback with the same backlog and no delay, read messages of %d \
            bytes as such and not as whatever comes, take each HTTP request apart into method, target and headers, and answer \
            with the same status, headers and body. TLS is %s with %s and a certificate of an elliptic curve; handshakes are \
            not measured. TLS is the JDK's where nothing else is said.

            - `netty`: one event-loop thread, NIO, `FixedLengthFrameDecoder`, `HttpServerCodec`; `nettyEpoll` the same on its \
            transport in C, `nettyEpollOpenSsl` also with its TLS in C
            - `virtualThreads`: blocking sockets, a virtual thread for each connection. It would use more processors if it had \
            them, without a change; the others would need more loops
            - `asyncioStreams`, `asyncioProtocol`: CPython, in the convenient form and in the fast one, with OpenSSL
            - `handWritten`: a selector and a buffer for each connection; no back-pressure, no timeouts, no cancellation, HTTP \
            with a constant answer. A floor, not a peer
            """.formatted(Protocol.MESSAGE_SIZE, Certificate.VERSION, Certificate.CIPHER);

    static final String GOALS = """

            ## Goals

            Answers per second; where one of the two was not busy for 95 % of the time, and so not at its limit, answers per \
            second of the server's processor. *The floor's* is what `handWritten` has for the same: most of the time of all \
            servers goes into the same system calls, so what it does not reach is out of reach.

            """;

    private PageText() {}

    static String titleOf(Work work) {
        return (work.protocol() == Protocol.ECHO ? "Echo" : "HTTP/1.1") + (work.tls() ? ", TLS" : "");
    }
}
