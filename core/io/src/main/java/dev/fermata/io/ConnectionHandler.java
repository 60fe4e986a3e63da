package dev.fermata.io;

import dev.fermata.Coroutine;

/** What a server does with each connection: a suspendable lambda or method. */
@FunctionalInterface
public interface ConnectionHandler {
    /**
     * Makes the coroutine that deals with a connection, which runs as a task of its own. When it ends, the connection is
     * closed.
     *
     * @param connection the connection, open
     * @return the coroutine, fresh; null if there is nothing to wait for
     * @throws Exception whatever it likes; the server reports it to the loop's exception handler, be it that the client has
     *     vanished, and closes the connection
     */
    Coroutine<Void> handle(Connection connection) throws Exception;
}
