package dev.fermata.frameworks.spring;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.reactor.netty.NettyWebServer;

/** The shop on WebFlux, woven in the build. */
final class WebFluxTest extends AnyShop {
    private static RunningShop running;

    @BeforeAll
    static void start() throws IOException {
        running = new RunningShop("reactive");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Override
    protected URI shop() {
        return running.address();
    }

    @Override
    protected WholesaleStub wholesaler() {
        return running.wholesaler();
    }

    @Test
    void runs_on_netty() {
        assertInstanceOf(NettyWebServer.class, running.server());
    }

    @Test
    void a_client_that_goes_away_cancels_what_its_request_awaits() throws Exception {
        CompletableFuture<HttpResponse<String>> request = asking("/bids?amount=" + Integer.MAX_VALUE);
        awaitWaiting(1);
        request.cancel(true); // closes the connection
        awaitWaiting(0);
    }
}
