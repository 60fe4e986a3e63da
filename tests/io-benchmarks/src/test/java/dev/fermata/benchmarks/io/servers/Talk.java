package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that says what a test wants, in the pieces that it wants. */
public final class Talk implements Closeable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    /** Connects. */
    public Talk(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends. */
    public void say(String text) throws IOException {
        socket.getOutputStream().write(Protocol.bytes(text));
    }

    /** So many bytes, or fewer at the end of the connection. */
    public String hear(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    /** Everything up to an empty line. */
    public String hearHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") == -1) {
            String next = hear(1);
            if (next.isEmpty()) {
                throw new EOFException("after " + head);
            }
            head.append(next);
        }
        return head.toString();
    }

    /** Everything up to the end of the connection. */
    public String hearAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** Ends this side. */
    public void sayNoMore() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
