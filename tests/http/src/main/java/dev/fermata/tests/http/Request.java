package dev.fermata.tests.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Objects;

/** What a client asks. */
public final class Request {
    private final String method;
    private final String target;
    private final HttpHeaders headers;
    private final Body body;

    Request(String method, String target, HttpHeaders headers, Body body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Makes a request.
     *
     * @param method such as {@code GET}, not null
     * @param target the whole address, such as {@code http://localhost:8080/x?y}; not null
     * @param body what to send, not null
     * @return the request, to which headers may be added
     * @throws IllegalArgumentException if that is no method
     */
    public static Request of(String method, String target, Body body) {
        if (!method.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("no method: " + method);
        }
        return new Request(
                method,
                Objects.requireNonNull(target, "target"),
                new DefaultHttpHeaders(),
                Objects.requireNonNull(body, "body"));
    }

    /**
     * Makes a GET.
     *
     * @param target the whole address, not null
     * @return the request
     */
    public static Request get(String target) {
        return of("GET", target, Body.EMPTY);
    }

    /**
     * Makes a POST.
     *
     * @param target the whole address, not null
     * @param body what to send, not null
     * @return the request
     */
    public static Request post(String target, Body body) {
        return of("POST", target, body);
    }

    /**
     * The method.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * What it is about: the whole address at the client, at the server what the client has sent, mostly path and query.
     *
     * @return such as {@code /x?y}
     */
    public String target() {
        return target;
    }

    /**
     * The path alone.
     *
     * @return the target up to a question mark
     */
    public String path() {
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /**
     * The query alone.
     *
     * @return what comes after the question mark; empty if there is none
     */
    public String query() {
        int end = target.indexOf('?');
        return end < 0 ? "" : target.substring(end + 1);
    }

    /**
     * All headers; those that say how the message is to be framed are seen to by the client.
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
    public Request header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    /**
     * The body.
     *
     * @return the body, not null; at the server it is read as it comes
     */
    public Body body() {
        return body;
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
