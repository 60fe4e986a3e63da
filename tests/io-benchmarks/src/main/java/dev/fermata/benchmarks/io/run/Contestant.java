package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.io.servers.ServerKind;
import dev.fermata.benchmarks.io.servers.ServerProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that takes part.
 *
 * @param variant its name in figures
 * @param isForTlsAlone whether it has nothing of its own to show without TLS
 * @param obstacle why it cannot take part here, if that is so
 * @param command how its process is started; the protocol and the directory of the certificate follow
 */
record Contestant(String variant, boolean isForTlsAlone, Optional<String> obstacle, List<String> command) {
    private static final String ASYNCIO = "tests/io-benchmarks/src/main/python/asyncio_server.py";

    /** All, in the order in which they take turns. */
    static List<Contestant> all(Path root) throws InterruptedException {
        List<Contestant> all = new ArrayList<>();
        for (ServerKind kind : ServerKind.values()) {
            all.add(inJava(kind));
        }
        Optional<String> noPython = Python.obstacle();
        for (String form : List.of("streams", "protocol")) {
            List<String> command = List.of(Python.COMMAND, root.resolve(ASYNCIO).toString(), form);
            all.add(new Contestant(
                    "asyncio" + Character.toUpperCase(form.charAt(0)) + form.substring(1), false, noPython, command));
        }
        return all;
    }

    private static Contestant inJava(ServerKind kind) {
        List<String> command = new ArrayList<>(Jvm.command(ServerProgram.class));
        command.add(kind.variant());
        return new Contestant(kind.variant(), kind.isForTlsAlone(), kind.obstacle(), command);
    }

    boolean takesPartIn(Work work) {
        return work.tls() || !isForTlsAlone;
    }
}
