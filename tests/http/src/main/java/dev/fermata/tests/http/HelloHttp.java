package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A server to try with {@code curl} and {@code wrk}.
 *
 * <pre>
 * curl http://localhost:8080/
 * curl -d hello http://localhost:8080/echo
 * wrk -c 100 http://localhost:8080/
 * </pre>
 */
public final class HelloHttp {
    private HelloHttp() {}

    /**
     * Serves until it is killed.
     *
     * @param arguments the port; 8080 if there is none
     * @throws IOException if somebody else has the port
     */
    public static void main(String[] arguments) throws IOException {
        EventLoop.run(serve(arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0])));
    }

    @Suspendable
    private static Coroutine<Void> serve(int port) throws IOException {
        try (HttpServer server = HttpServer.listen(new InetSocketAddress(port), HelloHttp::answer)) {
            System.out.println("http://localhost:" + server.port() + "/");
            await(server.stopped());
        }
        return null;
    }

    /** What it answers: a greeting, or what it is sent. */
    static Coroutine<Response> answer(Request request) {
        return Coroutine.of(
                switch (request.path()) {
                    case "/" -> Response.ok("Hello, World!");
                    case "/echo" -> Response.ok(request.body());
                    default -> Response.text(404, "there is no " + request.path() + "\n");
                });
    }
}
