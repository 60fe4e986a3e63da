package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import java.io.IOException;

/** Single requests, for which a connection is made and closed again. */
public final class Http {
    private Http() {}

    /**
     * Gets what is at an address.
     *
     * @param address such as {@code http://localhost:8080/}, not null
     * @return gives the response with its whole body
     * @throws IOException if the server cannot be reached, or does not answer as it should
     */
    public static Coroutine<Response> get(String address) throws IOException {
        return send(Request.get(address));
    }

    /**
     * Posts a body to an address.
     *
     * @param address such as {@code http://localhost:8080/}, not null
     * @param body what to send, not null
     * @return gives the response with its whole body
     * @throws IOException if the server cannot be reached, or does not answer as it should
     */
    public static Coroutine<Response> post(String address, Body body) throws IOException {
        return send(Request.post(address, body));
    }

    /**
     * Sends a request.
     *
     * @param request what to ask, not null
     * @return gives the response with its whole body
     * @throws IOException if the server cannot be reached, or does not answer as it should
     */
    @Suspendable
    public static Coroutine<Response> send(Request request) throws IOException {
        try (HttpClient client = new HttpClient()) {
            Response response = await(client.send(request));
            byte[] body = await(response.body().all());
            return Coroutine.of(new Response(response.status(), response.headers(), Body.of(body)));
        }
    }
}
