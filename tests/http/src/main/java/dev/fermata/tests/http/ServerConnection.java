package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.StreamWriter;
import dev.fermata.io.protocol.MessageReader;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Task;
import dev.fermata.tests.http.codec.HttpParser;
import dev.fermata.tests.http.codec.HttpSyntaxException;
import dev.fermata.tests.http.codec.Output;
import dev.fermata.tests.http.codec.Part;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * One connection to a server: reads a request, has it answered, and so on.
 *
 * <pre>
 *            ┌──────────────────────────────────────────────────────┐
 *            ▼                                                      │
 *   start ─ IDLE ─► HEAD ─► WORK ◄──► BODY (of the request) ─► WRITE ─► LINGER ─► closed
 * </pre>
 */
final class ServerConnection implements ReceivedBody.Owner {
    /** What is being waited for. */
    private enum Phase {
        /** The first byte of a request. */
        IDLE,
        /** The rest of a head. */
        HEAD,
        /** The handler. */
        WORK,
        /** A piece of a request's body, for the handler. */
        BODY,
        /** That the client takes what we send. */
        WRITE,
        /** That the client sees the end, while it sends what nobody will read. */
        LINGER
    }

    /** How much of a body that nobody wants is read all the same, to keep the connection. */
    private static final long MOST_DISCARDED = 256 * 1024;

    private static final long LINGER = Duration.ofSeconds(2).toNanos();

    private final EventLoop loop = EventLoop.current();
    private final Connection connection;
    private final StreamWriter writer;
    private final HttpHandler handler;
    private final HttpLimits limits;
    private final HttpClock clock;
    private final MessageReader<Part> parts;
    private final Output out;
    private final Watchdog watchdog = new Watchdog(this::expired);
    private final long idle;
    private final long headTime;
    private final long bodyTime;

    private Phase phase = Phase.WORK;

    /** No further request will be read. */
    private boolean isLast;

    /** The client waits to be told that it may send its body. */
    private boolean isContinueExpected;

    ServerConnection(Connection connection, HttpHandler handler, HttpLimits limits, HttpClock clock, Output.Spare spare)
            throws IOException {
        this.connection = connection;
        this.writer = connection.writer();
        this.handler = handler;
        this.limits = limits;
        this.clock = clock;
        this.parts = new MessageReader<>(connection.reader(), HttpParser.requests(limits.line(), limits.head()));
        this.out = new Output(writer, spare);
        this.idle = limits.idle().toNanos();
        this.headTime = limits.headTime().toNanos();
        this.bodyTime = limits.bodyTime().toNanos();
    }

    /** Deals with requests until the connection is to be closed. */
    @Suspendable
    Coroutine<Void> run() {
        try {
            while (!isLast) {
                HttpRequest head = await(nextHead());
                if (head == null) {
                    break;
                }
                await(exchange(head));
            }
            out.flush();
        } catch (HttpSyntaxException e) {
            await(refuse(e.status(), e.getMessage()));
        } catch (HttpException e) {
            await(refuse(e.status(), e.getMessage()));
        } catch (IOException e) {
            connection.abort(); // the client has gone: there is nobody to be told
        } finally {
            watchdog.stop();
        }
        return null;
    }

    /** Lets the exchange that is going on come to its end, and no other begin. */
    void stop() {
        isLast = true;
        if (phase == Phase.IDLE) {
            expired();
        }
    }

    @Suspendable
    private Coroutine<HttpRequest> nextHead() throws IOException {
        Part part = parts.poll();
        if (part == null) {
            out.flush();
            phase = Phase.IDLE;
            watchdog.expect(idle);
            part = await(parts.next());
        }
        if (part == Part.Signal.BEGUN) {
            out.flush();
            phase = Phase.HEAD;
            watchdog.expect(headTime);
            part = await(parts.next());
        }
        phase = Phase.WORK;
        watchdog.rest();
        return Coroutine.of(part instanceof Part.Head head ? (HttpRequest) head.message() : null);
    }

    @Suspendable
    private Coroutine<Void> exchange(HttpRequest head) throws IOException {
        RequestRules.check(head, limits);
        isLast |= !HttpUtil.isKeepAlive(head);
        Body body = body(head);
        out.flushSoon(); // earlier responses are not to wait for this handler
        Response response = await(answer(new Request(head.method().name(), head.uri(), head.headers(), body)));
        if (response == null || writer.isClosing()) {
            isLast = true;
            connection.abort();
            return null;
        }
        isLast |= body instanceof ReceivedBody received && isTooMuchLeft(received, response);
        await(write(head, response));
        if (body != Body.EMPTY) {
            await(body.discard());
        }
        return null;
    }

    /** Only to be known of a body that says its length, and unless the response is that body. */
    private boolean isTooMuchLeft(ReceivedBody body, Response response) {
        return response.body() != body
                && !body.isOver()
                && (isContinueExpected || body.length() >= 0 && body.left() > MOST_DISCARDED);
    }

    private Body body(HttpRequest head) throws IOException {
        boolean isChunked = HttpUtil.isTransferEncodingChunked(head);
        long length = isChunked ? -1 : HttpUtil.getContentLength(head, 0L);
        isContinueExpected = false;
        if (length == 0) {
            parts.poll(); // the end of the message
            return Body.EMPTY;
        }
        isContinueExpected = HttpUtil.is100ContinueExpected(head);
        if (length > limits.body()) {
            throw new HttpException(413, "the body has more than " + limits.body() + " bytes");
        }
        return new ReceivedBody(parts, this, length, limits.body());
    }

    /** Null if the client has gone meanwhile. */
    @Suspendable
    private Coroutine<Response> answer(Request request) {
        try {
            Response response = await(handler.handle(request));
            if (response == null) {
                throw new IllegalStateException("the handler has given no response");
            }
            return Coroutine.of(response);
        } catch (HttpException e) {
            return Coroutine.of(Response.error(e.status(), e.getMessage()));
        } catch (Exception e) {
            if (request.body() instanceof ReceivedBody body && body.isBroken()) {
                isLast = true;
                return Coroutine.of(
                        e instanceof HttpSyntaxException s ? Response.error(s.status(), s.getMessage()) : null);
            }
            report("the handler of " + request + " has failed", e);
            return Coroutine.of(Response.error(500, null));
        }
    }

    @Suspendable
    private Coroutine<Void> write(HttpRequest head, Response response) throws IOException {
        Body body = response.body();
        int status = response.status();
        boolean isWithoutBody = status == 204 || status == 304;
        long length = body.length();
        boolean isChunked = length < 0 && !RequestRules.isOld(head);
        isLast |= length < 0 && !isChunked || response.isLast();

        if (!(body instanceof FixedBody)) {
            putContinue(); // it may be made of what the client is to send
        }
        out.put(Messages.statusLine(status)).put(clock.header());
        response.putHeaders(out);
        if (!isWithoutBody && (length >= 0 || isChunked)) {
            Messages.putFraming(out, length);
        }
        if (isLast) {
            out.put("connection: close\r\n");
        } else if (RequestRules.isOld(head)) {
            out.put("connection: keep-alive\r\n");
        }
        out.put("\r\n");
        if (isWithoutBody || head.method().name().equals("HEAD")) {
            await(body.discard());
        } else if (body instanceof FixedBody fixed) {
            out.put(fixed.bytes());
        } else {
            await(stream(body, isChunked));
        }
        if (out.flushIfMuch() || writer.size() > 0) {
            await(drain());
        }
        return null;
    }

    /** Sends piece by piece, each as soon as it is there, and at the pace of the client. */
    @Suspendable
    private Coroutine<Void> stream(Body body, boolean isChunked) throws IOException {
        try {
            for (byte[] piece = await(body.read()); piece.length > 0; piece = await(body.read())) {
                Messages.putPiece(out, piece, isChunked);
                if (out.flushIfMuch() || writer.size() > 0) {
                    await(drain());
                }
                out.flushSoon();
            }
        } catch (Exception e) {
            connection.abort(); // so that the client does not take it for the whole
            isLast = true;
            if (!(body instanceof ReceivedBody) && !(e instanceof WriteFailure)) {
                report("a response has failed after its beginning had been sent", e);
            }
            return null;
        } finally {
            await(body.discard());
        }
        if (isChunked) {
            Messages.putLastChunk(out);
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> drain() throws IOException {
        phase = Phase.WRITE;
        watchdog.expect(bodyTime);
        try {
            await(writer.drain());
        } catch (IOException e) {
            throw new WriteFailure(e);
        } finally {
            phase = Phase.WORK;
            watchdog.rest();
        }
        if (writer.isClosing()) {
            throw new WriteFailure(new IOException("the connection has been closed: " + writer));
        }
        return null;
    }

    /** The client takes nothing any more. */
    private static final class WriteFailure extends IOException {
        private static final long serialVersionUID = 1;

        WriteFailure(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Answers by an error, and has done with the connection: nobody knows where the next request begins. */
    @Suspendable
    private Coroutine<Void> refuse(int status, String why) {
        putError(status, why);
        await(linger());
        return null;
    }

    private void putError(int status, String why) {
        isLast = true;
        Response response = Response.error(status, why);
        out.put(Messages.statusLine(status)).put(clock.header());
        response.putHeaders(out);
        Messages.putFraming(out, response.body().length());
        out.put("connection: close\r\n\r\n").put(((FixedBody) response.body()).bytes());
        out.flush();
    }

    /**
     * Says the end and reads on for a while: to close at once while the client sends makes its system drop our answer (RFC
     * 9112, section 9.6).
     */
    @Suspendable
    private Coroutine<Void> linger() {
        isLast = true;
        out.flush();
        if (writer.isClosing() || !writer.canEnd()) {
            return null;
        }
        writer.end();
        phase = Phase.LINGER;
        watchdog.expect(LINGER);
        ByteBuffer dropped = ByteBuffer.allocate(16 * 1024);
        try {
            while (await(connection.reader().read(dropped.clear())) >= 0) {
                dropped.clear();
            }
        } catch (IOException e) {
            connection.abort(); // gone, which is as well
        }
        return null;
    }

    /** The watchdog: it has taken too long. */
    private void expired() {
        switch (phase) {
            case IDLE -> close();
            case HEAD, BODY -> {
                putError(408, null);
                close();
            }
            default -> connection.abort();
        }
    }

    /** Closes, unless the client does not even take what was sent before. */
    private void close() {
        phase = Phase.LINGER;
        if (writer.size() > 0) {
            connection.abort();
        } else {
            writer.close();
            watchdog.expect(LINGER);
        }
    }

    @Override
    public void waiting() {
        putContinue();
        out.flush();
        phase = Phase.BODY;
        watchdog.expect(bodyTime);
    }

    private void putContinue() {
        if (isContinueExpected) {
            isContinueExpected = false;
            out.put("HTTP/1.1 100 Continue\r\n\r\n");
        }
    }

    @Override
    public void waited() {
        isContinueExpected = false;
        phase = Phase.WORK;
        watchdog.rest();
    }

    @Override
    public void ended() {
        isContinueExpected = false;
    }

    /** Reads what the handler has not, if that is not too much. */
    @Override
    @Suspendable
    public Coroutine<Void> discarded(ReceivedBody body) {
        try {
            long discarded = 0;
            while (!body.isOver()) {
                if (isLast || isContinueExpected || body.isBroken() || discarded > MOST_DISCARDED) {
                    await(linger());
                    return null;
                }
                discarded += await(body.read()).length;
            }
        } catch (IOException e) {
            await(linger());
        }
        return null;
    }

    private void report(String message, Exception failure) {
        loop.report(new LoopFailure(loop, message, failure, Task.current()));
    }

    @Override
    public String toString() {
        return "HTTP " + connection + ", " + phase;
    }
}
