package dev.fermata.frameworks.netty;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.queue.AsyncQueue;
import io.netty.channel.Channel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.CompletableFuture;

/**
 * The other side of a channel. Confined to the channel's thread.
 *
 * @param <I> the messages that come in
 */
// region peer
public final class Peer<I> {
    private static final int ENOUGH = 16;

    private final Channel channel;
    private final AsyncQueue<I> inbox = AsyncQueue.fifo(0);

    Peer(Channel channel) {
        this.channel = channel;
    }

    /** The next message, to be released by who awaits it. */
    @Suspendable
    public Coroutine<I> next() {
        I message = await(inbox.get());
        channel.config().setAutoRead(inbox.size() < ENOUGH);
        return Coroutine.of(message);
    }

    /** Sends a message; done when it has been written. */
    public CompletableFuture<Void> send(Object message) {
        return NettyFutures.stage(channel.writeAndFlush(message));
    }

    public Channel channel() {
        return channel;
    }

    void received(I message) {
        inbox.tryPut(message);
        channel.config().setAutoRead(inbox.size() < ENOUGH); // back-pressure: the client has to wait
    }

    void dropUnread() {
        while (!inbox.isEmpty()) {
            ReferenceCountUtil.release(inbox.tryGet());
        }
    }
}
// endregion
