package dev.fermata.examples.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.function.IntFunction;

/** A port for a program that cannot look for one itself. */
public final class FreePort {
    private static final int ATTEMPTS = 3;

    private FreePort() {}

    /**
     * Starts something on a port that is free; on another one if somebody else takes it at that moment.
     *
     * @param <T> what is started
     * @param start starts it on the port it is given; throws {@link AssertionError} if it cannot
     * @return what has been started
     */
    public static <T> T find(IntFunction<T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.apply(free());
            } catch (AssertionError e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
