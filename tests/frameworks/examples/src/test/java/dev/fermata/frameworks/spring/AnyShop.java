package dev.fermata.frameworks.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every shop does, whatever it runs on and however it was woven. */
@Timeout(120)
public abstract class AnyShop {
    protected final HttpClient client = HttpClient.newHttpClient();

    /** Where the shop is. */
    protected abstract URI shop();

    /** Whom it asks. */
    protected abstract WholesaleStub wholesaler();

    @Test
    public void a_controller_awaits_two_answers_at_once() throws Exception {
        HttpResponse<String> answer = get("/offers/tea");
        assertEquals("{\"item\":\"tea\",\"price\":250,\"stock\":12}", answer.body());
        assertEquals(200, answer.statusCode());
    }

    @Test
    public void many_requests_wait_at_the_same_time() throws Exception {
        CompletableFuture<Void> answers = wholesaler().withhold("coffee");
        List<CompletableFuture<HttpResponse<String>>> requests =
                IntStream.range(0, 50).mapToObj(i -> asking("/offers/coffee")).toList();
        assertEquals(200, get("/offers/milk").statusCode()); // nobody is in the way
        assertFalse(requests.stream().anyMatch(CompletableFuture::isDone));
        answers.complete(null);
        for (CompletableFuture<HttpResponse<String>> request : requests) {
            assertEquals(200, request.get().statusCode());
        }
    }

    @Test
    public void a_checked_exception_after_an_await_gives_the_status_of_its_annotation() throws Exception {
        assertEquals(404, get("/offers/unicorn").statusCode());
    }

    @Test
    public void what_is_published_is_streamed() throws Exception {
        CompletableFuture<Void> later = wholesaler().withhold("sugar");
        HttpResponse<InputStream> answer =
                client.send(request("/offers?items=salt,sugar"), BodyHandlers.ofInputStream());
        try (BufferedReader lines = lines(answer)) {
            assertEquals("{\"item\":\"salt\",\"price\":250,\"stock\":12}", lines.readLine());
            later.complete(null); // so the first came before the second was known
            assertEquals("{\"item\":\"sugar\",\"price\":250,\"stock\":12}", lines.readLine());
            assertEquals(null, lines.readLine());
        }
    }

    @Test
    public void state_on_a_loop_is_changed_by_one_request_and_awaited_by_others() throws Exception {
        int now = highest();
        CompletableFuture<HttpResponse<String>> ann = asking("/bids?amount=" + (now + 99));
        CompletableFuture<HttpResponse<String>> bob = asking("/bids?amount=" + (now + 199));
        awaitWaiting(2);
        assertEquals(bid("cid", now + 100), place("cid", now + 100));
        assertEquals(bid("cid", now + 100), ann.get().body());
        awaitWaiting(1);
        assertEquals(bid("cid", now + 100), place("dan", now + 50));
        assertEquals(bid("dan", now + 200), place("dan", now + 200));
        assertEquals(bid("dan", now + 200), bob.get().body());
        awaitWaiting(0);
    }

    @Test
    public void a_stream_that_runs_on_a_loop_ends_when_the_client_goes_away() throws Exception {
        int now = highest();
        place("eve", now + 1);
        HttpResponse<InputStream> answer = client.send(request("/bids/stream"), BodyHandlers.ofInputStream());
        try (BufferedReader lines = lines(answer)) {
            assertEquals(bid("eve", now + 1), lines.readLine());
            awaitWaiting(1);
            place("fay", now + 2);
            assertEquals(bid("fay", now + 2), lines.readLine());
        }
        for (int i = 3; waiting() > 0; i++) {
            place("gil", now + i); // a servlet notices when it writes
        }
    }

    /** Asks until that many requests wait for a higher bid. */
    protected final void awaitWaiting(int number) throws Exception {
        while (waiting() != number) {
            Thread.onSpinWait();
        }
    }

    private int waiting() throws Exception {
        return Integer.parseInt(get("/bids/waiting").body());
    }

    private int highest() throws Exception {
        return Integer.parseInt(get("/bids?amount=-1").body().replaceAll(".*:|}", ""));
    }

    protected final CompletableFuture<HttpResponse<String>> asking(String path) {
        return client.sendAsync(request(path), BodyHandlers.ofString());
    }

    protected final HttpRequest request(String path) {
        return HttpRequest.newBuilder(shop().resolve(path)).build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString());
    }

    private String place(String bidder, int amount) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop().resolve("/bids"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(bid(bidder, amount)))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static String bid(String bidder, int amount) {
        return "{\"bidder\":\"" + bidder + "\",\"amount\":" + amount + "}";
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }
}
