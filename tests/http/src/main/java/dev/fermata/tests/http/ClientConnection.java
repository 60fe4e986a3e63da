package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.StreamWriter;
import dev.fermata.io.protocol.MessageReader;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tests.http.codec.HttpParser;
import dev.fermata.tests.http.codec.HttpSyntaxException;
import dev.fermata.tests.http.codec.Output;
import dev.fermata.tests.http.codec.Part;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;

/** One connection of a client: one exchange after the other. */
final class ClientConnection implements ReceivedBody.Owner {
    /** The server has closed the connection before it answered, as it may have while nobody used it. */
    static final class Unanswered extends IOException {
        private static final long serialVersionUID = 1;

        Unanswered(IOException cause) {
            super("no answer: " + cause.getMessage(), cause);
        }
    }

    private final EventLoop loop = EventLoop.current();
    private final HttpClient client;
    private final Origin origin;
    private final Connection connection;
    private final StreamWriter writer;
    private final HttpLimits limits;
    private final MessageReader<Part> parts;
    private final Output out;

    private boolean isOfHead;

    /** It can be used once more when the response has been read. */
    private boolean isKept;

    /** Sends a body in pieces; null if there is nothing of the kind. */
    private Task<Void> sender;

    /** Why the body could not be sent. */
    private IOException failure;

    /** When it was last used. */
    private long usedAt;

    ClientConnection(HttpClient client, Origin origin, Connection connection, HttpLimits limits, Output.Spare spare)
            throws IOException {
        this.client = client;
        this.origin = origin;
        this.connection = connection;
        this.writer = connection.writer();
        this.limits = limits;
        this.parts = new MessageReader<>(
                connection.reader(), HttpParser.responses(limits.line(), limits.head(), () -> isOfHead));
        this.out = new Output(writer, spare);
    }

    Origin origin() {
        return origin;
    }

    /** Has not been used for so long that the server has closed it by now, maybe. */
    boolean isOld() {
        return loop.time() - usedAt > limits.idle().toNanos();
    }

    /** Sends a request; ends when the head of the response is there. */
    @Suspendable
    Coroutine<Response> exchange(Request request, URI address) throws IOException {
        boolean isAnswered = false;
        try {
            isOfHead = request.method().equals("HEAD");
            sendRequest(request, address);
            Response response = await(answer());
            isAnswered = true;
            return Coroutine.of(response);
        } finally {
            if (!isAnswered) {
                abort();
            }
        }
    }

    private void sendRequest(Request request, URI address) {
        Body body = request.body();
        long length = body.length();
        out.put(request.method()).put(" ").put(Origin.target(address)).put(" HTTP/1.1\r\n");
        if (!request.headers().contains(HttpHeaderNames.HOST)) {
            out.put("host: ").put(origin.header()).put("\r\n");
        }
        Messages.putHeaders(out, request.headers());
        if (length != 0 || !isBodiless(request.method())) {
            Messages.putFraming(out, length);
        }
        out.put("\r\n");
        if (body instanceof FixedBody fixed) {
            out.put(fixed.bytes());
            out.flush();
        } else {
            out.flushSoon();
            sender = loop.spawn("sender of " + request, stream(body));
        }
    }

    private static boolean isBodiless(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("DELETE") || method.equals("OPTIONS");
    }

    /** Beside the reading, because the server may answer before it has seen everything. */
    @Suspendable
    private Coroutine<Void> stream(Body body) {
        boolean isChunked = body.length() < 0;
        boolean isSent = false;
        try {
            for (byte[] piece = await(body.read()); piece.length > 0; piece = await(body.read())) {
                Messages.putPiece(out, piece, isChunked);
                if (out.flushIfMuch() || writer.size() > 0) {
                    await(writer.drain());
                }
                if (writer.isClosing()) {
                    return null;
                }
                out.flushSoon();
            }
            if (isChunked) {
                Messages.putLastChunk(out);
            }
            out.flush();
            isSent = true;
        } catch (IOException e) {
            failure = e;
        } finally {
            if (!isSent) {
                connection.abort(); // wakes the reading, which says why
            }
            await(body.discard());
        }
        return null;
    }

    @Suspendable
    private Coroutine<Response> answer() throws IOException {
        HttpResponse head;
        try {
            do {
                Part part = await(parts.next());
                if (part == Part.Signal.BEGUN) {
                    part = await(parts.next());
                }
                if (part == null) {
                    throw new EOFException("the server has closed the connection");
                }
                head = (HttpResponse) ((Part.Head) part).message();
            } while (isInterim(head));
        } catch (HttpSyntaxException e) {
            throw e; // that is an answer
        } catch (IOException e) {
            throw failure != null ? failure : new Unanswered(e);
        }
        isKept = HttpUtil.isKeepAlive(head);
        return Coroutine.of(new Response(head.status().code(), head.headers(), body(head)));
    }

    private boolean isInterim(HttpResponse head) throws IOException {
        boolean isInterim = head.status().code() < 200;
        if (isInterim) {
            parts.poll(); // its end
        }
        return isInterim;
    }

    private Body body(HttpResponse head) throws IOException {
        int status = head.status().code();
        boolean isChunked = HttpUtil.isTransferEncodingChunked(head);
        long length = isChunked ? -1 : HttpUtil.getContentLength(head, -1L);
        if (isOfHead || status == 204 || status == 304 || length == 0) {
            parts.poll(); // the end of the message
            ended();
            return Body.EMPTY;
        }
        isKept &= isChunked || length > 0;
        return new ReceivedBody(parts, this, length, limits.body());
    }

    @Override
    public void waiting() {
        // the client's user says how long
    }

    @Override
    public void waited() {}

    @Override
    public void ended() {
        usedAt = loop.time();
        if (isKept && (sender == null || sender.isDone()) && !writer.isClosing()) {
            sender = null;
            client.release(this);
        } else {
            abort();
        }
    }

    /** Nobody reads the rest of the response. */
    @Override
    public Coroutine<Void> discarded(ReceivedBody body) {
        if (!body.isOver()) {
            abort();
        }
        return Coroutine.of(null);
    }

    /** Closes it at once: everything that is to arrive has. */
    void abort() {
        if (sender != null) {
            sender.cancel();
        }
        connection.abort();
        client.gone(this);
    }

    @Override
    public String toString() {
        return "HTTP " + connection;
    }
}
