package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.DatagramEndpoint;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopClock;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestBody;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody closes the selector under the loop: those who wait are not to blame, and get what they wait for. */
@Timeout(60)
@ExtendWith(Census.class)
class BrokenSelectorTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Knows the selector, because the loop gives it to its clock. */
    private static final class Burglar implements LoopClock {
        private final LoopClock clock = LoopClock.system();
        private volatile Selector selector;
        private boolean breaksNext;

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public void await(Selector given, long nanos, boolean outsideWork) throws IOException {
            selector = given;
            if (breaksNext) {
                breaksNext = false;
                given.close();
            }
            clock.await(given, nanos, outsideWork);
        }

        void close() {
            try {
                selector.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final Burglar burglar = new Burglar();
    private final List<LoopFailure> failures = new CopyOnWriteArrayList<>();

    private <T> void run(TestBody<T> body) {
        EventLoop loop = new EventLoop(burglar);
        loop.setExceptionHandler(failures::add);
        try {
            loop.runUntilComplete(start(body));
        } finally {
            loop.shutDown();
        }
    }

    private static <T> Coroutine<T> start(TestBody<T> body) {
        try {
            return body.start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void assertReported(int times) {
        assertEquals(times, failures.size(), failures::toString);
        for (LoopFailure failure : failures) {
            assertTrue(failure.message().contains("the loop goes on with a new one"), failure.message());
            assertTrue(failure.error() instanceof ClosedSelectorException, failure::toString);
        }
    }

    /** A conversation under which the selector is closed before each line. */
    @Suspendable
    private Coroutine<Void> talk(Runnable harm) throws IOException {
        try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo);
                Connection connection = await(Network.connect(server.address()))) {
            await(ServerFaultsTest.checkEcho(connection, "at first"));
            for (int i = 0; i < 3; i++) {
                harm.run();
                await(Tasks.within(LONG, ServerFaultsTest.checkEcho(connection, "line " + i)));
            }
            harm.run();
            try (Connection another = await(Tasks.within(LONG, Network.connect(server.address())))) {
                await(Tasks.within(LONG, ServerFaultsTest.checkEcho(another, "another")));
            }
        }
        return null;
    }

    @Test
    void closed_when_the_loop_is_about_to_wait() {
        run(() -> talk(() -> burglar.breaksNext = true));
        assertReported(4);
    }

    @Test
    void closed_by_a_task_that_then_reads_and_writes_at_once() {
        run(() -> talk(burglar::close));
        assertReported(4);
    }

    @Test
    void closed_by_another_thread_while_the_loop_waits() {
        run(() -> {
            try (DatagramEndpoint endpoint = DatagramEndpoint.bind(Trial.LOOPBACK);
                    DatagramEndpoint sender = DatagramEndpoint.connect(endpoint.address())) {
                Task<?> receiving = EventLoop.current().spawn(endpoint.receive());
                await(EventLoop.sleep(Duration.ofMillis(1))); // now the selector is known
                new Thread(burglar::close, "thief").start();
                await(Trial.until("a report", () -> !failures.isEmpty()));
                await(sender.send(new byte[] {1}));
                await(Tasks.within(LONG, receiving));
            }
            return null;
        });
        assertReported(1);
    }

    @Test
    void closed_by_a_task_that_then_opens_a_channel() {
        run(() -> {
            await(EventLoop.sleep(Duration.ofMillis(1)));
            burglar.close();
            try (DatagramEndpoint endpoint = DatagramEndpoint.bind(Trial.LOOPBACK);
                    DatagramEndpoint sender = DatagramEndpoint.connect(endpoint.address())) {
                await(sender.send(new byte[] {1}));
                await(Tasks.within(LONG, endpoint.receive()));
            }
            return null;
        });
        assertReported(1);
    }

    @Test
    void closed_and_then_the_loop_is_woken_by_another_thread() {
        run(() -> {
            await(EventLoop.sleep(Duration.ofMillis(1)));
            burglar.close();
            assertEquals(7, await(Tasks.within(LONG, Peers.play(() -> 7))));
            await(EventLoop.sleep(Duration.ofMillis(1))); // if that was quick the loop has not had to wait yet
            return null;
        });
        assertReported(1);
    }
}
