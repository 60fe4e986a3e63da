package dev.fermata.tests.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Objects;

/** What a server answers. */
public final class Response {
    private final int status;
    private final HttpHeaders headers;
    private final Body body;

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
        return new Response(status, new DefaultHttpHeaders(), Objects.requireNonNull(body, "body"));
    }

    /**
     * Makes a response with text.
     *
     * @param status 200 to 999
     * @param text not null
     * @return the response
     */
    public static Response text(int status, String text) {
        return of(status, Body.of(text)).header("content-type", "text/plain; charset=utf-8");
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
        return headers;
    }

    /**
     * Looks a header up.
     *
     * @param name in whatever case, not null
     * @return the first value; null if there is none
     */
    public String header(String name) {
        return headers.get(name);
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
        headers.add(name, value);
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
