package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.testkit.TestLoop;
import java.io.IOException;
import java.time.Duration;

/** A read with a time limit, on a connection in memory and in virtual time. */
final class SilentServer {
    private SilentServer() {}

    // region silent
    @Suspendable
    static Coroutine<Void> slowServer(Connection connection) {
        await(EventLoop.sleep(Duration.ofMinutes(1)));
        connection.writer().write("at last\n");
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() throws IOException {
        Connection.Pair pair = Connection.pair();
        EventLoop.current().spawn(slowServer(pair.second()));
        try {
            await(Tasks.within(Duration.ofSeconds(30), pair.first().reader().readLine()));
        } catch (TimedOutException e) {
            System.out.println("nothing within 30 seconds");
        }
        System.out.print(new String(await(pair.first().reader().readLine()))); // nothing was lost
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        TestLoop.once(() -> {
            try {
                return program();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
