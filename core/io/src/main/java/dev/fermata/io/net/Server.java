package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.ConnectionHandler;
import dev.fermata.io.Transport;
import dev.fermata.io.TransportLayer;
import dev.fermata.loop.ChannelWatch;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Accepts connections and has each dealt with by a task of its own (asyncio's {@code Server}). A connection is closed when its
 * handler has ended; a handler that fails is reported to the loop's exception handler, and disturbs no other. Confined to its
 * loop.
 *
 * <p>Where the system has no descriptor left for another connection, that is reported, and the server tries again a second
 * later; those that it has go on.
 */
public final class Server implements AsyncCloseable {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** How many connections are accepted before others get a turn. */
    private static final int ACCEPTED_AT_ONCE = 64;

    private final EventLoop loop;
    private final ChannelWatch watch;
    private final ServerSocketChannel channel;
    private final ConnectionHandler handler;
    private final TransportLayer layer;
    private final int limit;
    private final int maxConnections;
    private final SocketAddress address;
    private final Set<Task<Void>> handling = new LinkedHashSet<>();

    /** One connection less. */
    private final Event left = new Event();

    private final Task<Void> accepting;

    Server(
            EventLoop loop,
            ChannelWatch watch,
            ServerSocketChannel channel,
            ConnectionHandler handler,
            TransportLayer layer,
            int limit,
            int maxConnections)
            throws IOException {
        this.loop = loop;
        this.watch = watch;
        this.channel = channel;
        this.handler = handler;
        this.layer = layer;
        this.limit = limit;
        this.maxConnections = maxConnections;
        this.address = channel.getLocalAddress();
        this.accepting = loop.spawn("server on " + address, accept());
        accepting.onDone(this::accepted);
    }

    /**
     * Where it listens.
     *
     * @return the address, with the port that the system has chosen
     */
    public SocketAddress address() {
        return address;
    }

    /**
     * The port on which it listens.
     *
     * @return the port
     * @throws IllegalStateException if it is a Unix-domain server, which has none
     */
    public int port() {
        if (address instanceof InetSocketAddress inet) {
            return inet.getPort();
        }
        throw new IllegalStateException("a server on " + address + " has no port");
    }

    /**
     * Whether it accepts connections.
     *
     * @return false once it has been stopped
     */
    public boolean isServing() {
        return !watch.isClosed();
    }

    /**
     * How many connections are being dealt with.
     *
     * @return the number
     */
    public int connections() {
        return handling.size();
    }

    /** Accepts nobody any more; connections that are open stay so (asyncio's {@code Server.close}). */
    public void stop() {
        if (watch.isClosed()) {
            return;
        }
        accepting.cancel();
        try {
            watch.close();
            if (address instanceof UnixDomainSocketAddress unix) {
                Files.deleteIfExists(unix.getPath());
            }
        } catch (IOException e) {
            loop.report(new LoopFailure(loop, this + " could not be closed", e, accepting));
        }
    }

    /**
     * Waits until the server has been stopped and all handlers have ended ({@code wait_closed}).
     *
     * @return gives null
     */
    @Suspendable
    public Coroutine<Void> stopped() {
        if (!accepting.isDone()) {
            await(Tasks.wait(List.of(accepting), Until.ALL_DONE));
        }
        while (!handling.isEmpty()) {
            await(Tasks.wait(List.copyOf(handling), Until.ALL_DONE));
        }
        return null;
    }

    /**
     * Stops in order: accepts nobody any more, lets handlers go on for a time, and cancels those that are left.
     *
     * @param grace how long they may go on, not null
     * @return gives null when all have ended
     */
    @Suspendable
    public Coroutine<Void> shutDown(Duration grace) {
        stop();
        if (!handling.isEmpty()) {
            await(Tasks.wait(List.copyOf(handling), Until.ALL_DONE, grace));
        }
        handling.forEach(Deferred::cancel);
        await(stopped());
        return null;
    }

    /**
     * Stops at once: accepts nobody any more, cancels all handlers and waits until they have ended.
     *
     * @return gives null
     */
    @Override
    public Coroutine<Void> closeAsync() {
        return shutDown(Duration.ZERO);
    }

    @Suspendable
    private Coroutine<Void> accept() {
        try {
            await(acceptUntilStopped());
        } finally {
            stop(); // if it was cancelled by somebody else, as at the end of the loop
        }
        return null;
    }

    /** Nobody else looks at that task before the server is stopped. */
    private void accepted(Deferred<Void> task) {
        Throwable failure = task.isCancelled() ? null : task.failure();
        if (failure != null) {
            loop.report(new LoopFailure(loop, this + " has failed, and is stopped", failure, task));
        }
    }

    @Suspendable
    private Coroutine<Void> acceptUntilStopped() {
        while (true) {
            try {
                if (handling.size() >= maxConnections) {
                    await(left.await());
                } else if (!acceptSome()) {
                    await(watch.readable());
                } else {
                    await(EventLoop.sleep(Duration.ZERO));
                }
            } catch (Exception | OutOfMemoryError | LinkageError e) { // a class file needs a descriptor, too
                if (watch.isClosed() && e instanceof ClosedChannelException) {
                    return null;
                }
                loop.report(new LoopFailure(
                        loop,
                        this + " cannot accept a connection, and tries again in a second: " + e.getMessage(),
                        e,
                        accepting));
                await(EventLoop.sleep(PAUSE_AFTER_FAILURE));
            }
        }
    }

    /** Whether there may be more at once. */
    private boolean acceptSome() throws IOException {
        for (int i = 0; i < ACCEPTED_AT_ONCE && handling.size() < maxConnections; i++) {
            SocketChannel accepted = channel.accept();
            if (accepted == null) {
                return false;
            }
            serve(accepted);
        }
        return true;
    }

    private void serve(SocketChannel accepted) throws IOException {
        boolean isServed = false;
        ChannelWatch watched = null;
        try {
            if (!(address instanceof UnixDomainSocketAddress)) {
                accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            watched = loop.watch(accepted);
            Transport transport = new SocketTransport(watched, accepted);
            Task<Void> task = loop.spawn("handler of " + transport, handle(transport));
            isServed = true;
            handling.add(task);
            task.onDone(done -> handled(done, transport));
        } catch (IOException e) {
            // Gone already.
        } finally {
            if (!isServed) {
                if (watched == null) {
                    accepted.close();
                } else {
                    watched.close();
                }
            }
        }
    }

    private void handled(Deferred<Void> task, Transport transport) {
        handling.remove(task);
        close(transport, task);
        left.pulse();
        Throwable failure = task.isCancelled() ? null : task.failure();
        if (failure != null) {
            loop.report(new LoopFailure(loop, task + " failed", failure, task));
        }
    }

    /** Mostly in vain; but a task that is cancelled before its first step does not even run its finally block. */
    private void close(Transport transport, Deferred<Void> task) {
        try {
            transport.close();
        } catch (IOException e) {
            loop.report(new LoopFailure(loop, transport + " could not be closed", e, task));
        }
    }

    @Suspendable
    private Coroutine<Void> handle(Transport socket) throws IOException {
        Connection connection = null;
        try {
            connection = new Connection(layer == null ? socket : await(layer.establish(socket, null)), limit);
            await(begin(connection));
            await(finish(connection));
        } finally {
            if (connection == null) {
                socket.close();
            } else {
                connection.abort();
            }
        }
        return null;
    }

    /**
     * Sends what is left. If the client has gone before it has taken that, nobody is told, as in asyncio: a handler to which it
     * matters awaits {@code drain} or {@code closed} itself.
     */
    @Suspendable
    private Coroutine<Void> finish(Connection connection) {
        try {
            await(connection.closeAsync());
        } catch (Exception e) {
            if (!(e instanceof IOException)) {
                throw e;
            }
        }
        return null;
    }

    private Coroutine<Void> begin(Connection connection) {
        try {
            Coroutine<Void> handled = handler.handle(connection);
            return handled == null ? Coroutine.of(null) : handled;
        } catch (Exception e) {
            throw Server.<RuntimeException>asIs(e);
        }
    }

    @SuppressWarnings("unchecked") // the cast is erased
    private static <E extends Exception> E asIs(Exception failure) throws E {
        throw (E) failure;
    }

    @Override
    public String toString() {
        return "server on " + address;
    }
}
