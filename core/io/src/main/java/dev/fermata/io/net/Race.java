package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Transport;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Tries several addresses, each beside those before it after a delay, or at once when one of them has failed (RFC 8305, and
 * asyncio's {@code staggered_race}). The first connection wins; the other attempts are cancelled.
 */
final class Race {
    private final Attempt attempt;
    private final String target;
    private final Duration delay;
    private final List<Task<Transport>> running = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param target names what is to be reached, for the message if nothing can
     */
    Race(Attempt attempt, String target, Duration delay) {
        this.attempt = attempt;
        this.target = target;
        this.delay = delay;
    }

    @Suspendable
    Coroutine<Transport> run(List<? extends SocketAddress> addresses) throws IOException {
        Transport winner = null;
        try {
            Iterator<? extends SocketAddress> next = addresses.iterator();
            while (winner == null && (next.hasNext() || !running.isEmpty())) {
                if (next.hasNext()) {
                    SocketAddress address = next.next();
                    running.add(EventLoop.current().spawn("connect to " + address, attempt.open(address)));
                }
                await(Tasks.wait(running, Until.FIRST_DONE, next.hasNext() ? delay : null));
                winner = takeWinner();
            }
            if (winner == null) {
                throw failure();
            }
            return Coroutine.of(winner);
        } finally {
            closeLosers();
        }
    }

    /** Looks at the attempts that have ended; null if none has connected. */
    private Transport takeWinner() {
        Transport winner = null;
        for (Iterator<Task<Transport>> tasks = running.iterator(); winner == null && tasks.hasNext(); ) {
            Task<Transport> task = tasks.next();
            if (task.isDone()) {
                tasks.remove();
                Throwable failure = task.failure();
                if (failure == null) {
                    winner = task.result();
                } else {
                    failures.add(failure);
                }
            }
        }
        return winner;
    }

    private void closeLosers() {
        for (Task<Transport> task : running) {
            task.cancel();
            task.onDone(done -> {
                if (!done.isCancelled() && done.failure() == null) {
                    close(done.result());
                }
            });
        }
    }

    private static void close(Transport connectedTooLate) {
        try {
            connectedTooLate.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // to the loop's exception handler
        }
    }

    private ConnectException failure() {
        StringBuilder message = new StringBuilder("cannot connect to " + target);
        failures.forEach(each -> message.append("; ").append(each.getMessage()));
        ConnectException all = new ConnectException(message.toString());
        failures.forEach(all::addSuppressed);
        return all;
    }
}
