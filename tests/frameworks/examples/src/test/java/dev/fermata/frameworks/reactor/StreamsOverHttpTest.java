package dev.fermata.frameworks.reactor;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** A suspendable method publishes, a loop of another reads, and HTTP is between them. */
@Timeout(120)
final class StreamsOverHttpTest {
    private static final long PATIENCE_SECONDS = 60;

    private final List<Long> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong made = new AtomicLong();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .port(0)
            .route(routes -> routes.get(
                    "/numbers/{last}",
                    (request, response) ->
                            response.sendString(Streams.flux(numbers(Integer.parseInt(request.param("last"))))
                                    .doOnRequest(requests::add))))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void a_stream_arrives_whole() {
        assertEquals(50_005_000L, EventLoop.run(sum(10_000, Long.MAX_VALUE)));
        assertEquals(10_000, made.get());
    }

    @Test
    void the_client_leaves_its_loop_and_the_body_on_the_server_is_closed() throws Exception {
        assertEquals(5_050L, EventLoop.run(sum(Integer.MAX_VALUE, 100)));
        closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertFalse(requests.contains(Long.MAX_VALUE));
        long requested = requests.stream().mapToLong(Long::longValue).sum();
        assertTrue(made.get() <= requested + 1, () -> "made " + made + " of " + requested + " requested");
    }

    @Suspendable
    private Coroutine<Long> sum(int last, long enough) {
        Flux<String> chunks = HttpClient.create()
                .get()
                .uri("http://localhost:" + server.port() + "/numbers/" + last)
                .responseContent()
                .asString();
        long sum = 0;
        try (AsyncGenerator<String> lines = Streams.lines(chunks)) {
            for (String line : lines) {
                sum += Integer.parseInt(line);
                if (--enough == 0) {
                    break;
                }
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private Flow.Publisher<String> numbers(int last) {
        try {
            for (int i = 1; i <= last; i++) {
                made.incrementAndGet();
                AsyncGenerator.yield(await(CompletableFuture.completedFuture(i)) + "\n");
            }
        } finally {
            closed.complete(null);
        }
        return null;
    }
}
