package dev.fermata.frameworks.netty;

import dev.fermata.Coroutine;

/**
 * What to do with one connection, from its beginning to its end.
 *
 * @param <I> the messages that the pipeline makes of what comes in
 */
@FunctionalInterface
public interface Dialogue<I> {
    /**
     * Talks with a peer. The channel is closed when this ends, and this is cancelled when the channel is closed.
     *
     * @param peer whom to talk with
     * @return runs on the channel's thread
     */
    Coroutine<Void> hold(Peer<I> peer);
}
