package dev.fermata.benchmarks.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.benchmarks.io.load.Load;
import dev.fermata.benchmarks.io.load.Tally;
import dev.fermata.benchmarks.io.load.Target;
import dev.fermata.benchmarks.io.servers.Talk;
import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers in Python do what those in Java do. */
@Timeout(120)
class AsyncioServersTest {
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
    @ValueSource(strings = {"asyncioStreams", "asyncioProtocol"})
    void answers_everything_rightly(String variant) throws Exception {
        for (Work work : Work.ALL) {
            load(variant, work);
        }
    }

    private static void load(String variant, Work work)
            throws IOException, GeneralSecurityException, InterruptedException {
        Certificate tls = work.tls() ? certificate : null;
        try (ServerProcess server = start(variant, work);
                Load load = new Load(new Target(work.protocol(), tls, server.port()), CONNECTIONS)) {
            Tally tally = Tally.of(load, all -> all.answers() >= ANSWERS || all.errors() > 0);
            assertEquals(0, tally.errors());
            assertEquals(CONNECTIONS, tally.connections());
            assertTrue(tally.answers() >= ANSWERS, tally.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"asyncioStreams", "asyncioProtocol"})
    void sends_back_messages_and_not_pieces(String variant) throws IOException, InterruptedException {
        String message = "m".repeat(Protocol.MESSAGE_SIZE);
        try (ServerProcess server = start(variant, new Work(Protocol.ECHO, false));
                Talk talk = new Talk(server.port())) {
            talk.say(message.substring(1));
            talk.say(message + message.substring(1));
            talk.sayNoMore();
            assertEquals(message + message, talk.hearAll(), "the rest is no message");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"asyncioStreams", "asyncioProtocol"})
    void understands_requests_in_pieces_and_together(String variant) throws IOException, InterruptedException {
        try (ServerProcess server = start(variant, new Work(Protocol.HTTP, false));
                Talk talk = new Talk(server.port())) {
            talk.say(Protocol.REQUEST.substring(0, 20));
            talk.say(Protocol.REQUEST.substring(20) + Protocol.REQUEST);
            talk.say(Protocol.REQUEST.replace(Protocol.PATH, "/other"));
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        "HTTP/1.1 200 OK", talk.hearHead().lines().findFirst().orElseThrow());
                assertEquals(Protocol.BODY, talk.hear(Protocol.BODY.length()));
            }
            assertEquals(
                    "HTTP/1.1 404 Not Found",
                    talk.hearHead().lines().findFirst().orElseThrow());
        }
    }

    private static ServerProcess start(String variant, Work work) throws IOException, InterruptedException {
        Contestant contestant = Contestant.all(Path.of("../..").toAbsolutePath().normalize()).stream()
                .filter(one -> one.variant().equals(variant))
                .findFirst()
                .orElseThrow();
        assumeTrue(contestant.obstacle().isEmpty(), () -> contestant.obstacle().orElseThrow());
        List<String> command = new ArrayList<>(contestant.command());
        command.add(work.protocol().name());
        command.add(work.tls() ? certificate.directory().toString() : Certificate.NONE);
        return ServerProcess.start(command);
    }
}
