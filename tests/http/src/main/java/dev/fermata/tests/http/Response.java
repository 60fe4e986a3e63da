package dev.fermata.tests.http;

import dev.fermata.tests.http.codec.Output;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Objects;

/** What a server answers. */
public final class Response {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final int status;
    private final Body body;

    /** Null until somebody wants them, as most responses have at most a type. */
    private HttpHeaders headers;

    /** Null if there is none, or if it is among the headers. */
    private String type;

    Response(int status, HttpHeaders headers, Body body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Makes a response.
     *
     * @param status 200 to 999
     * @param body not null; not sent where there must be none
     * @return the response, to which headers may be added
     */
    public static Response of(int status, Body body) {
        if (status < 200 || status > 999) {
            throw new IllegalArgumentException(status + " is no final status");
        }
        return new Response(status, null, Objects.requireNonNull(body, "body"));
    }

    /**
     * Makes a response with text.
     *
     * @param status 200 to 999
     * @param text not null
     * @return the response
     */
    public static Response text(int status, String text) {
        Response response = of(status, Body.of(text));
        response.type = TEXT;
        return response;
    }

    /**
     * Makes a 200 with text.
     *
     * @param text not null
     * @return the response
     */
    public static Response ok(String text) {
        return text(200, text);
    }

    /**
     * Makes a 200.
     *
     * @param body not null
     * @return the response
     */
    public static Response ok(Body body) {
        return of(200, body);
    }

    /** A short text that says what the status means, and why. */
    static Response error(int status, String why) {
        String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
        return text(status, why == null ? reason + "\n" : reason + ": " + why + "\n");
    }

    /**
     * The status.
     *
     * @return such as 200
     */
    public int status() {
        return status;
    }

    /**
     * All headers; those that say how the message is to be framed are seen to by the server.
     *
     * @return the headers, to be changed
     */
    public HttpHeaders headers() {
        if (headers == null) {
            headers = new DefaultHttpHeaders();
            if (type != null) {
                headers.add(HttpHeaderNames.CONTENT_TYPE, type);
                type = null;
            }
        }
        return headers;
    }

    /** Whether the connection is to be closed after it. */
    boolean isLast() {
        return headers != null && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    }

    void putHeaders(Output out) {
        if (headers != null) {
            Messages.putHeaders(out, headers);
        } else if (type != null) {
            out.put("content-type: ").put(type).put("\r\n");
        }
    }

    /**
     * Looks a header up.
     *
     * @param name in whatever case, not null
     * @return the first value; null if there is none
     */
    public String header(String name) {
        return headers().get(name);
    }

    /**
     * Adds a header.
     *
     * @param name not null
     * @param value not null
     * @return this
     * @throws IllegalArgumentException if there is a character in it that would end the header
     */
    public Response header(String name, String value) {
        headers().add(name, value);
        return this;
    }

    /**
     * The body.
     *
     * @return the body, not null; at the client it is read as it comes
     */
    public Body body() {
        return body;
    }

    @Override
    public String toString() {
        return status + " " + HttpResponseStatus.valueOf(status).reasonPhrase();
    }
}
