package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.Transport;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several addresses of one name, in virtual time. An address says by its port how its attempt goes. */
class RaceTest {
    private static final int FAILS = 10_000;

    private final List<String> log = new ArrayList<>();
    private final List<Transport> made = new ArrayList<>();

    /** Port 300 connects after 300 ms, port 10 300 is refused then. */
    @Suspendable
    private Coroutine<Transport> open(SocketAddress address) throws IOException {
        int port = ((InetSocketAddress) address).getPort();
        log("try " + port);
        try {
            await(EventLoop.sleep(Duration.ofMillis(port % FAILS)));
        } catch (Cancellation e) {
            log("cancelled " + port);
            throw e;
        }
        if (port >= FAILS) {
            throw new ConnectException("refused " + port);
        }
        Transport transport = Connection.pair().first().transport();
        made.add(transport);
        return Coroutine.of(transport);
    }

    private void log(String text) {
        log.add(EventLoop.current().time() / 1_000_000 + " " + text);
    }

    @Suspendable
    private Coroutine<Transport> race(int... ports) throws IOException {
        List<SocketAddress> addresses = new ArrayList<>();
        for (int port : ports) {
            addresses.add(InetSocketAddress.createUnresolved("somewhere", port));
        }
        Transport winner = await(new Race(this::open, "somewhere", Duration.ofMillis(250)).run(addresses));
        log("won");
        await(EventLoop.sleep(Duration.ofMillis(1))); // the losers end
        return Coroutine.of(winner);
    }

    private Transport run(TestLoop test, int... ports) {
        return test.run(() -> {
            try {
                return race(ports);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @LoopTest
    void the_first_that_answers_in_time_is_alone(TestLoop test) {
        run(test, 200, 1);
        assertEquals(List.of("0 try 200", "200 won"), log);
    }

    @LoopTest
    void another_one_starts_beside_a_slow_one_and_may_win(TestLoop test) {
        Transport winner = run(test, 900, 100, 1);
        assertEquals(List.of("0 try 900", "250 try 100", "350 won", "350 cancelled 900"), log);
        assertSame(made.get(0), winner);
    }

    @LoopTest
    void after_a_refusal_the_next_starts_at_once(TestLoop test) {
        run(test, FAILS + 10, FAILS + 20, 30);
        assertEquals(List.of("0 try 10010", "10 try 10020", "30 try 30", "60 won"), log);
    }

    @LoopTest
    void if_all_refuse_each_is_told(TestLoop test) {
        test.run(this::allRefuse);
    }

    @Suspendable
    private Coroutine<Void> allRefuse() throws IOException {
        ConnectException failure = null;
        try {
            await(race(FAILS + 300, FAILS + 1));
        } catch (ConnectException e) {
            failure = e;
        }
        assertEquals("cannot connect to somewhere; refused 10001; refused 10300", failure.getMessage());
        assertEquals(2, failure.getSuppressed().length);
        return null;
    }

    @LoopTest
    void of_two_that_answer_together_one_is_closed(TestLoop test) {
        Transport winner = run(test, 350, 100);
        assertTrue(made.contains(winner));
        for (Transport each : made) {
            if (each != winner) {
                assertTrue(isClosed(each));
            }
        }
    }

    private static boolean isClosed(Transport transport) {
        try {
            return transport.write(ByteBuffer.allocate(1)) < 0;
        } catch (IOException closed) {
            return true;
        }
    }

    @LoopTest
    void a_race_that_is_cancelled_leaves_nobody_running(TestLoop test) {
        test.run(this::cancelled);
    }

    @Suspendable
    private Coroutine<Void> cancelled() throws IOException {
        Task<Transport> race = EventLoop.current().spawn(race(900, 800));
        await(EventLoop.sleep(Duration.ofMillis(300)));
        race.cancel();
        await(EventLoop.sleep(Duration.ofMillis(1)));
        assertTrue(race.isCancelled());
        assertEquals(1, EventLoop.current().tasks().size());
        return null;
    }

    @Test
    void families_take_turns() throws UnknownHostException {
        InetAddress a4 = InetAddress.getByName("10.0.0.1");
        InetAddress b4 = InetAddress.getByName("10.0.0.2");
        InetAddress c4 = InetAddress.getByName("10.0.0.3");
        InetAddress a6 = InetAddress.getByName("fe80::1");
        assertEquals(List.of(a4, a6, b4, c4), Families.interleaved(List.of(a4, b4, c4, a6)));
        assertEquals(List.of(a6, a4), Families.interleaved(List.of(a6, a4)));
    }
}
