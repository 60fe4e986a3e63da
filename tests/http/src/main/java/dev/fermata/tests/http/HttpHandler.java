package dev.fermata.tests.http;

import dev.fermata.Coroutine;

/** What a server does with each request: a suspendable lambda or method. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Makes the coroutine that answers a request.
     *
     * @param request the request; its body need not be read
     * @return the coroutine, fresh
     * @throws Exception whatever it likes: {@link HttpException} is answered by its status, anything else is reported and
     *     answered by 500
     */
    Coroutine<Response> handle(Request request) throws Exception;
}
