package dev.fermata.tests.iofaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The system has no descriptor left for another connection. */
@Timeout(60)
@ExtendWith(Census.class)
class DescriptorsTest {
    private static final int LIMIT = 64;

    @Test
    void a_server_says_so_goes_on_and_recovers() throws IOException {
        try (Child server = Child.startWithDescriptors(LIMIT, Exhausted.class)) {
            assertEquals("reported nothing: a trial", server.answer());
            int port = Integer.parseInt(server.answer());
            List<Socket> clients = new ArrayList<>();
            try {
                for (int i = 0; i < LIMIT; i++) {
                    clients.add(Peers.connect(port));
                }
                String report = server.answer();
                assertTrue(report.startsWith("reported server on /127.0.0.1:"), report);
                assertTrue(report.contains("Too many open files"), report);
                checkEcho(clients.get(0)); // those that it has go on
                for (int i = 0; i < LIMIT / 2; i++) {
                    clients.remove(0).close();
                }
                for (Socket client : clients) { // those that had to wait are served now
                    checkEcho(client);
                }
                for (Socket client : clients) {
                    client.close();
                }
                clients.clear();
                try (Socket last = Peers.connect(port)) {
                    checkEcho(last);
                }
            } finally {
                for (Socket client : clients) {
                    client.close();
                }
            }
        }
    }

    private static void checkEcho(Socket client) throws IOException {
        client.getOutputStream().write(7);
        assertEquals(7, client.getInputStream().read());
    }
}
