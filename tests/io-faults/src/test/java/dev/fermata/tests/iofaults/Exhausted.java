package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import java.io.IOException;
import java.time.Duration;

/** A JVM with few descriptors that serves as long as it is given orders. */
final class Exhausted {
    private Exhausted() {}

    public static void main(String[] arguments) throws IOException {
        EventLoop.run(serve());
        System.out.println("stopped");
    }

    /** Classes in directories, as those of tests are, need a descriptor each when they are loaded; in jars they do not. */
    @Suspendable
    private static Coroutine<Void> warmUp() throws IOException {
        EventLoop loop = EventLoop.current();
        loop.report(new LoopFailure(loop, "nothing: a trial", new IOException("a trial"), null));
        try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo);
                Connection connection = await(Network.connect(server.address()))) {
            await(ServerFaultsTest.checkEcho(connection, "a trial"));
            System.in.read(new byte[0]);
            await(loop.offload(() -> 0));
            await(EventLoop.sleep(Duration.ofMillis(1)));
        }
        Thread other = new Thread(() -> new EventLoop().shutDown());
        other.start();
        return null;
    }

    @Suspendable
    private static Coroutine<Void> serve() throws IOException {
        EventLoop loop = EventLoop.current();
        loop.setExceptionHandler(failure -> System.out.println("reported " + failure.message()));
        await(warmUp());
        try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo)) {
            System.out.println(server.port());
            await(loop.offload(System.in::read)); // until its end
        }
        return null;
    }
}
