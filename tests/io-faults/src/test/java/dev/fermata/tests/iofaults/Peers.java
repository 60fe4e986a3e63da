package dev.fermata.tests.iofaults;

import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;

/** The other side of a connection: ordinary blocking sockets on threads of their own, which know nothing of loops. */
final class Peers {
    private Peers() {}

    /** Has a thread play the other side. */
    static <T> Deferred<T> play(Callable<T> part) {
        return EventLoop.current().offload(Peers::start, part);
    }

    private static void start(Runnable part) {
        Thread thread = new Thread(part, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Connects to a server on this machine. */
    static Socket connect(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Accepts one connection. */
    static Socket accept(ServerSocket server) throws IOException {
        server.setSoTimeout(20_000);
        Socket socket = server.accept();
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Closes without a goodbye: the other side is told by a reset. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
