package dev.fermata.examples.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that blocks on a socket of the JDK, and speaks in lines. */
public final class TextClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final BufferedReader reader;

    /**
     * Connects to this machine.
     *
     * @param port where
     * @throws IOException if nobody listens there
     */
    public TextClient(int port) throws IOException {
        this(port, 0);
    }

    /**
     * Connects to this machine, with a buffer of its own size.
     *
     * @param port where
     * @param receiveBuffer how many bytes the system takes before the client reads them; 0 for the usual number
     * @throws IOException if nobody listens there
     */
    public TextClient(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Sends a line.
     *
     * @param line what to send, without an end
     * @throws IOException if it cannot
     */
    public void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Waits for a line.
     *
     * @return the line, without its end; null at the end of all
     * @throws IOException if it does not come in time
     */
    public String hear() throws IOException {
        return reader.readLine();
    }

    /**
     * The socket below.
     *
     * @return the socket
     */
    public Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
