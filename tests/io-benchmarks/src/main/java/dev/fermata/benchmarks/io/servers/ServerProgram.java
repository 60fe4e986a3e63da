package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;

/** A process with one server in it, which ends when its input does. */
public final class ServerProgram {
    private ServerProgram() {}

    /**
     * Serves; prints the port as a line.
     *
     * @param arguments the server's variant, the protocol, and the directory of the certificate or {@link Certificate#NONE}
     * @throws Exception if the server cannot be started
     */
    public static void main(String[] arguments) throws Exception {
        Certificate certificate = Certificate.ofArgument(arguments[2]);
        Server server = ServerKind.of(arguments[0]).start(Protocol.valueOf(arguments[1]), certificate);
        System.out.println(server.port());
        while (System.in.read() != -1) {
            // whoever has started this says nothing; it goes, and so do we
        }
        System.exit(0);
    }
}
