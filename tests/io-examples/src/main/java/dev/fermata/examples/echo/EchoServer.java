package dev.fermata.examples.echo;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.Termination;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Says back what it is told, to any number of clients on one thread. A client that does not read is not read from either.
 *
 * <pre>
 * mvn -q -Pexample package -Dexample=echo.EchoServer -Darguments=7777
 * nc localhost 7777
 * </pre>
 */
public final class EchoServer {
    private EchoServer() {}

    @Suspendable
    static Coroutine<Void> echo(Connection connection) throws IOException {
        byte[] bytes;
        while ((bytes = await(connection.reader().read(65536))).length > 0) {
            connection.writer().write(bytes);
            await(connection.writer().drain());
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> serve(int port) throws IOException {
        try (Server server = Network.listen(new InetSocketAddress(port), EchoServer::echo)) {
            System.out.println("echoing on port " + server.port());
            await(server.stopped());
        }
        return null;
    }

    /**
     * Serves until the process is asked to end, by Ctrl-C for instance, and then closes all connections.
     *
     * @param arguments the port; none for any that is free
     * @throws IOException if somebody else has the port
     */
    public static void main(String... arguments) throws IOException {
        Termination.run(serve(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0])));
    }
}
