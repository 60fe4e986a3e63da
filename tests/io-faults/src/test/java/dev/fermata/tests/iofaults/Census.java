package dev.fermata.tests.iofaults;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts the descriptors and direct buffers of this JVM before and after each test; what is left over fails the test. */
final class Census implements BeforeEachCallback, AfterEachCallback {
    /** The JDK keeps a buffer for each thread that reads and writes; that of the test's thread lives on. */
    private static final long KEPT_BY_THREADS = 512 * 1024;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    static {
        try (ServerSocket server = new ServerSocket(0);
                SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress());
                Socket accepted = server.accept();
                DatagramChannel datagrams = DatagramChannel.open();
                Selector selector = Selector.open()) {
            // The JDK opens some descriptors with the first socket, and keeps them.
            assert selector.isOpen() && datagrams.isOpen() && accepted.isBound() && channel.isOpen();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Map<String, String> descriptors;
    private long direct;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        System.gc(); // what earlier tests have dropped is not ours
        descriptors = descriptors();
        direct = directBytes();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        String left = left();
        while (!left.isEmpty() && System.nanoTime() - end < 0) { // threads of peers may be at their last steps
            System.gc();
            Thread.yield();
            left = left();
        }
        if (!left.isEmpty()) {
            fail("left behind: " + left);
        }
    }

    private String left() throws IOException {
        Map<String, String> now = descriptors();
        now.keySet().removeAll(descriptors.keySet());
        long more = directBytes() - direct;
        return (now.isEmpty() ? "" : "descriptors " + now + " ")
                + (more <= KEPT_BY_THREADS ? "" : more + " bytes of direct buffers");
    }

    /** Sockets, pipes and selectors by their unique names; not files, for the JVM opens jars when it likes. */
    static Map<String, String> descriptors() throws IOException {
        Map<String, String> found = new TreeMap<>();
        List<Path> all;
        try (Stream<Path> listed = Files.list(Path.of("/proc/self/fd"))) {
            all = listed.toList();
        }
        for (Path each : all) {
            try {
                String target = Files.readSymbolicLink(each).toString();
                if (!target.startsWith("/")) {
                    found.put(each.getFileName() + " " + target, target);
                }
            } catch (IOException e) {
                // That of the listing itself is closed by now.
            }
        }
        return found;
    }

    static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
