package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One loop, one thread, many connections. */
@Timeout(90)
@ExtendWith(Census.class)
class ManyConnectionsTest {
    private static final int IDLE = 10_000;
    private static final int BUSY = 1_000;

    /** Whom the system has no room for it lets try again after 1, 3, 7... seconds. */
    private static final int BACKLOG = 100;

    /** What an idle connection may take of the heap: objects of the JDK's channel, ours, the handler's task. */
    private static final int BYTES_FOR_AN_IDLE_ONE = 6_000;

    private static int idleConnections() {
        long limit = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 0;
        int many = (int) Math.min(IDLE, limit - 200);
        assumeTrue(many >= 500, "raise the limit of open files (ulimit -n): it is " + limit);
        if (many < IDLE) {
            System.out.println("only " + many + " idle connections, because of the limit of open files: " + limit);
        }
        return many;
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void ten_thousand_that_are_idle_take_little_and_are_all_alive() {
        int many = idleConnections();
        Trial.runQuietly(() -> {
            try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo)) {
                long before = heap();
                Child crowd = await(Peers.play(() -> Child.start(Crowd.class, server.port(), many)));
                assertEquals("connected " + many, await(Peers.play(crowd::answer)));
                await(Trial.until("all connections", () -> server.connections() == many));
                long fresh = (heap() - before) / many;
                assertEquals("echoed " + many, await(Peers.play(() -> crowd.ask("echo"))));
                assertEquals("echoed " + many, await(Peers.play(() -> crowd.ask("echo"))));
                long used = (heap() - before) / many;
                System.out.println("An idle connection takes " + fresh + " bytes of heap, and " + used
                        + " when it has been used (" + many + " connections).");
                assertTrue(fresh < BYTES_FOR_AN_IDLE_ONE, () -> fresh + " bytes for each fresh connection");
                assertTrue(used < BYTES_FOR_AN_IDLE_ONE, () -> used + " bytes for each connection");
                await(Peers.play(() -> {
                    crowd.close();
                    return null;
                }));
                await(Trial.until("the end of all", () -> server.connections() == 0));
            }
            return null;
        });
    }

    @Test
    void a_thousand_that_are_busy_all_get_on() {
        Trial.runQuietly(() -> {
            try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo)) {
                List<Task<Integer>> clients = new ArrayList<>();
                for (int i = 0; i < BUSY; i++) {
                    clients.add(EventLoop.current().spawn(talk(server, i, 20)));
                }
                int lines = 0;
                for (int each : await(Tasks.gather(clients))) {
                    lines += each;
                }
                assertEquals(BUSY * 20, lines);
            }
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Integer> talk(Server server, int number, int lines) throws IOException {
        try (Connection connection = await(Network.connect(server.address()))) {
            for (int i = 0; i < lines; i++) {
                await(ServerFaultsTest.checkEcho(connection, "line " + i + " of " + number));
            }
        }
        return Coroutine.of(lines);
    }

    @Test
    void a_thousand_at_once_get_through_a_small_backlog() {
        Trial.runQuietly(() -> {
            try (Server server = new Listener().backlog(BACKLOG).listen(Trial.LOOPBACK, ServerFaultsTest::echo)) {
                List<Task<Integer>> clients = new ArrayList<>();
                for (int i = 0; i < BUSY; i++) {
                    clients.add(EventLoop.current().spawn(talk(server, i, 1)));
                }
                assertEquals(BUSY, await(Tasks.gather(clients)).size());
            }
            return null;
        });
    }
}
