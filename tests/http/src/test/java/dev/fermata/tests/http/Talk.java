package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.io.IOException;

/** The client's end of a connection in memory, at which tests write and read text; a server is at the other one. */
final class Talk {
    final Connection client;
    final Task<Void> server;

    Talk(HttpLimits limits, HttpHandler handler) {
        Connection.Pair pair = Connection.pair();
        client = pair.first();
        server = EventLoop.current().spawn(serve(pair.second(), limits, handler));
    }

    Talk(HttpHandler handler) {
        this(HttpLimits.DEFAULT, handler);
    }

    /** As {@link dev.fermata.io.net.Server} does it. */
    @Suspendable
    private static Coroutine<Void> serve(Connection connection, HttpLimits limits, HttpHandler handler) {
        try (connection) {
            await(HttpServer.serve(connection, limits, handler));
        } catch (IOException e) {
            throw new AssertionError("is not thrown", e);
        }
        return null;
    }

    Talk send(String text) {
        client.writer().write(text.getBytes(ISO_8859_1));
        return this;
    }

    /** Reads up to the end of the connection, and waits for that of the server. */
    @Suspendable
    Coroutine<String> rest() throws IOException {
        String text = plain(await(client.reader().readAll()));
        client.abort();
        await(server);
        return Coroutine.of(text);
    }

    /** Reads a response that says its length. */
    @Suspendable
    Coroutine<String> response() throws IOException {
        String head = new String(await(client.reader().readUntil("\r\n\r\n".getBytes(ISO_8859_1))), ISO_8859_1);
        int start = head.indexOf("content-length: ");
        int length = start < 0 ? 0 : Integer.parseInt(head.substring(start + 16, head.indexOf('\r', start)));
        return Coroutine.of(
                plain(head.getBytes(ISO_8859_1)) + plain(await(client.reader().readExactly(length))));
    }

    /** Without what is the same or different always, and with one character for a line end. */
    private static String plain(byte[] bytes) {
        return new String(bytes, ISO_8859_1)
                .replaceAll("date: [^\r]*\r\n", "")
                .replaceAll("content-type: text/plain; charset=utf-8\r\n", "")
                .replace("\r\n", "|");
    }
}
