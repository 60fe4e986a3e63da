package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;

/** Blocking sockets, and a virtual thread for each connection. */
final class BlockingServer implements Server {
    private final Protocol protocol;
    private final ServerSocket listening;
    private final ExecutorService threads = VirtualThreads.executor();

    private BlockingServer(Protocol protocol, ServerSocket listening) {
        this.protocol = protocol;
        this.listening = listening;
    }

    static Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
        ServerSocket listening = certificate == null
                ? new ServerSocket()
                : certificate.forServer().getServerSocketFactory().createServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        BlockingServer server = new BlockingServer(protocol, listening);
        server.threads.execute(server::accept);
        return server;
    }

    @Override
    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> converse(socket));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    System.err.println("accepting: " + e);
                }
            }
        }
    }

    private void converse(Socket accepted) {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            if (protocol == Protocol.ECHO) {
                echo(socket.getInputStream(), socket.getOutputStream());
            } else {
                answer(socket.getInputStream(), socket.getOutputStream());
            }
        } catch (SocketException e) {
            if (!listening.isClosed()) { // otherwise the other side has seen the end of the server
                System.err.println("a connection: " + e);
            }
        } catch (IOException e) {
            System.err.println("a connection: " + e);
        }
    }

    private static void echo(InputStream in, OutputStream out) throws IOException {
        byte[] message = new byte[Protocol.MESSAGE_SIZE];
        while (in.readNBytes(message, 0, message.length) == message.length) {
            out.write(message);
        }
    }

    private static void answer(InputStream in, OutputStream out) throws IOException {
        byte[] received = new byte[Responses.LIMIT];
        int end = 0;
        while (true) {
            int length = Responses.lengthOfHead(received, end);
            if (length > 0) {
                out.write(Responses.to(received, length));
                System.arraycopy(received, length, received, 0, end - length);
                end -= length;
            } else if (end == received.length) {
                throw new IOException("the head of a request is too long: " + Arrays.toString(received));
            } else {
                int count = in.read(received, end, received.length - end);
                if (count == -1) {
                    return;
                }
                end += count;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
