package dev.fermata.benchmarks.io.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.benchmarks.io.load.Load;
import dev.fermata.benchmarks.io.load.Tally;
import dev.fermata.benchmarks.io.load.Target;
import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each server has to do for its figures to mean anything. */
@Timeout(60)
class ServersTest {
    private static final int CONNECTIONS = 3;
    private static final int ANSWERS = 30;

    @TempDir
    static Path directory;

    private static Certificate certificate;

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException {
        certificate = Certificate.make(directory);
    }

    @ParameterizedTest
    @EnumSource
    void answers_everything_rightly(ServerKind kind) throws IOException, GeneralSecurityException {
        for (Protocol protocol : Protocol.values()) {
            load(kind, protocol, null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers_everything_rightly_through_tls(ServerKind kind) throws IOException, GeneralSecurityException {
        for (Protocol protocol : Protocol.values()) {
            load(kind, protocol, certificate);
        }
    }

    private static void load(ServerKind kind, Protocol protocol, Certificate certificate)
            throws IOException, GeneralSecurityException {
        try (Server server = start(kind, protocol, certificate);
                Load load = new Load(new Target(protocol, certificate, server.port()), CONNECTIONS)) {
            Tally tally = Tally.of(load, all -> all.answers() >= ANSWERS || all.errors() > 0);
            assertEquals(0, tally.errors());
            assertEquals(CONNECTIONS, tally.connections());
            assertTrue(tally.answers() >= ANSWERS, tally.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void sends_back_messages_and_not_pieces(ServerKind kind) throws IOException, GeneralSecurityException {
        String message = "m".repeat(Protocol.MESSAGE_SIZE);
        try (Server server = start(kind, Protocol.ECHO, null);
                Talk talk = new Talk(server.port())) {
            talk.say(message.substring(1));
            talk.say(message + message.substring(1));
            talk.sayNoMore();
            assertEquals(message + message, talk.hearAll(), "the rest is no message");
        }
    }

    @ParameterizedTest
    @EnumSource
    void understands_requests_in_pieces_and_together(ServerKind kind) throws IOException, GeneralSecurityException {
        try (Server server = start(kind, Protocol.HTTP, null);
                Talk talk = new Talk(server.port())) {
            for (int i = 0; i < Protocol.REQUEST.length(); i++) {
                talk.say(Protocol.REQUEST.substring(i, i + 1));
            }
            talk.say(Protocol.REQUEST + Protocol.REQUEST);
            for (int i = 0; i < 3; i++) {
                assertEquals(lines(Protocol.ANSWER), lines(talk.hearHead() + talk.hear(Protocol.BODY.length())));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks_at_what_it_is_asked_for(ServerKind kind) throws IOException, GeneralSecurityException {
        try (Server server = start(kind, Protocol.HTTP, null);
                Talk talk = new Talk(server.port())) {
            talk.say(Protocol.REQUEST.replace(Protocol.PATH, "/other"));
            assertEquals(lines("HTTP/1.1 404 Not Found\ncontent-length: 0\ndate: %s\n"), lines(talk.hearHead()));
        }
    }

    /** In lower case, in order, and without the time of day. */
    private static List<String> lines(String answer) {
        return answer.toLowerCase(Locale.ROOT)
                .lines()
                .map(line -> line.startsWith("date: ") ? "date" : line)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    private static Server start(ServerKind kind, Protocol protocol, Certificate certificate)
            throws IOException, GeneralSecurityException {
        assumeTrue(kind.obstacle().isEmpty(), () -> kind.obstacle().orElseThrow());
        return kind.start(protocol, certificate);
    }
}
