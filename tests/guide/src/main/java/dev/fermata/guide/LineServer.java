package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A server that answers each line, and a client that asks it. */
final class LineServer {
    private LineServer() {}

    // region serve
    @Suspendable
    static Coroutine<Void> serve(Connection connection) throws IOException {
        for (String line : connection.reader().lines()) {
            connection.writer().write(line.toUpperCase() + "\n");
            await(connection.writer().drain());
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() throws IOException {
        try (Server server = Network.listen(new InetSocketAddress("localhost", 0), LineServer::serve);
                Connection connection = await(Network.connect("localhost", server.port()))) {
            connection.writer().write("hello\nworld\n");
            connection.writer().end();
            for (String line : connection.reader().lines()) {
                System.out.println(line);
            }
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws IOException {
        EventLoop.run(program());
    }
}
