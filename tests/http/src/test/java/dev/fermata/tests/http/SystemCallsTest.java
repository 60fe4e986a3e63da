package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Coroutine;
import dev.fermata.io.Connection;
import dev.fermata.io.Transport;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.IOException;
import java.nio.ByteBuffer;

/** How often the server asks its socket for something: each time is a call of the system. */
class SystemCallsTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final class Counting implements Transport {
        private final Transport below;
        private int reads;
        private int writes;

        Counting(Transport below) {
            this.below = below;
        }

        String taken() {
            String taken = reads + " reads, " + writes + " writes";
            reads = 0;
            writes = 0;
            return taken;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            reads++;
            return below.read(target);
        }

        @Override
        public Coroutine<Void> readable() {
            return below.readable();
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            writes++;
            return below.write(source);
        }

        @Override
        public Coroutine<Void> writable() {
            return below.writable();
        }

        @Override
        public void end() throws IOException {
            below.end();
        }

        @Override
        public void close() throws IOException {
            below.close();
        }

        @Override
        public String toString() {
            return "counted " + below;
        }
    }

    @LoopTest
    void a_small_request_costs_one_read_and_one_write(TestLoop loop) {
        loop.run(() -> {
            Connection.Pair pair = Connection.pair();
            Connection client = pair.first();
            Counting counting = new Counting(pair.second().transport());
            HttpHandler hello = request -> Coroutine.of(Response.ok("Hello, World!"));
            var server =
                    EventLoop.current().spawn(HttpServer.serve(new Connection(counting), HttpLimits.DEFAULT, hello));
            for (int i = 0; i < 5; i++) {
                client.writer().write(GET);
                await(client.reader().readUntil("World!".getBytes()));
                assertEquals("1 reads, 1 writes", counting.taken());
            }
            client.writer().write(GET.repeat(20));
            for (int i = 0; i < 20; i++) {
                await(client.reader().readUntil("World!".getBytes()));
            }
            assertEquals("1 reads, 1 writes", counting.taken());
            client.abort();
            await(server);
            return null;
        });
    }
}
