package dev.fermata.examples.redis;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.protocol.MessageReader;
import dev.fermata.io.protocol.ParserInput;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * A client of Redis, for any number of tasks on one connection. Nobody waits for the replies to others: requests are sent as
 * they come, and replies come in the order of the requests.
 */
public final class RedisClient implements AsyncCloseable {
    private final EventLoop loop = EventLoop.current();
    private final Connection connection;
    private final Queue<Promise<Object>> unanswered = new ArrayDeque<>();
    private final Map<String, AsyncQueue<String>> subscriptions = new HashMap<>();
    private final Task<Void> receiver;

    /** Why nothing can be sent any more; null while it can. */
    private Exception end;

    private RedisClient(Connection connection) throws IOException {
        this.connection = connection;
        this.receiver = loop.spawn("receiver of " + connection, receive());
    }

    /**
     * Connects to a server of version 6 or later.
     *
     * @param host where it is, not null
     * @param port the port
     * @return gives the client
     * @throws IOException if there is none
     */
    @Suspendable
    public static Coroutine<RedisClient> connect(String host, int port) throws IOException {
        RedisClient client = new RedisClient(await(Network.connect(host, port)));
        try {
            await(client.send("HELLO", "3"));
            return Coroutine.of(client);
        } catch (Throwable failure) {
            await(client.closeAsync());
            throw failure;
        }
    }

    /**
     * Sends a command, without waiting for anything.
     *
     * @param <T> what the command gives: text, a {@link Long}, a {@link List} ...
     * @param words the command and its arguments, as in the documentation of Redis
     * @return the reply, to be awaited or not; fails with {@link RedisException} if Redis says so
     */
    @SuppressWarnings("unchecked") // as the caller says
    public <T> Deferred<T> send(String... words) {
        Promise<Object> reply = new Promise<>(loop);
        if (end == null) {
            unanswered.add(reply);
            connection.writer().write(Resp.request(words));
        } else {
            reply.fail(end);
        }
        return (Deferred<T>) reply;
    }

    /**
     * Listens to a channel until the generator is closed.
     *
     * @param channel its name, not null; nobody listens to it by this client
     * @return yields what is published there
     */
    @Suspendable
    public AsyncGenerator<String> subscribe(String channel) {
        AsyncQueue<String> messages = AsyncQueue.fifo(0);
        subscriptions.put(channel, messages);
        try {
            await(send("SUBSCRIBE", channel));
            while (true) {
                AsyncGenerator.yield(await(messages.get()));
            }
        } finally {
            subscriptions.remove(channel);
            await(send("UNSUBSCRIBE", channel));
        }
    }

    @Suspendable
    private Coroutine<Void> receive() throws IOException {
        MessageReader<Resp.Reply> replies = new MessageReader<>(connection.reader(), Resp.replies(new ParserInput()));
        try {
            for (Resp.Reply reply : replies.messages()) {
                receive(reply);
            }
            end = new EOFException("Redis has closed the connection");
        } catch (Exception failure) {
            end = failure;
        } finally {
            unanswered.forEach(reply -> reply.tryFail(end));
        }
        return null;
    }

    private void receive(Resp.Reply reply) {
        if (reply.isPush()
                && reply.value() instanceof List<?> message
                && message.get(0).equals("message")) {
            AsyncQueue<String> subscription = subscriptions.get((String) message.get(1));
            if (subscription != null) {
                subscription.tryPut((String) message.get(2));
            }
        } else if (reply.value() instanceof RedisException failure) {
            unanswered.remove().tryFail(failure);
        } else {
            unanswered.remove().tryComplete(reply.value()); // false if who has asked was cancelled since
        }
    }

    @Override
    @Suspendable
    public Coroutine<Void> closeAsync() {
        end = new IOException("the client is closed");
        receiver.cancel();
        await(connection.closeAsync());
        return null;
    }
}
