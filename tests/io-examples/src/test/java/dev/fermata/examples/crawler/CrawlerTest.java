package dev.fermata.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrawlerTest {
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String site;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        site = "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Page {
        int answer(HttpExchange exchange, int request) throws IOException, InterruptedException;
    }

    private void page(String path, String links, Page page) {
        server.createContext(path, exchange -> {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try (exchange) {
                int request =
                        requests.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
                int status = exchange.getRequestURI().getPath().equals(path) ? page.answer(exchange, request) : 404;
                StringBuilder html = new StringBuilder("<html><body>");
                for (String link : links.split(" ")) {
                    html.append("<a class=\"x\" href=\"")
                            .append(link)
                            .append("\">")
                            .append(link)
                            .append("</a>\n");
                }
                byte[] body = html.toString().getBytes();
                underWay.decrementAndGet(); // before the client can know that it is over
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Map<String, String> crawl(int places, Duration patience, int attempts) {
        Map<String, String> outcomes = new TreeMap<>();
        EventLoop.run(new Crawler(places, patience, attempts).crawl(URI.create(site + "/")))
                .forEach((page, outcome) -> outcomes.put(page.getPath(), outcome));
        return outcomes;
    }

    @Test
    void each_page_that_is_linked_is_looked_at_once() {
        page("/", "/a b /missing mailto:x@example.org http://elsewhere.invalid/ /a#part", (exchange, request) -> 200);
        page("/a", "/ /b", (exchange, request) -> 200);
        page("/b", "/b ./a", (exchange, request) -> 200);
        assertEquals(
                Map.of("/", "status 200", "/a", "status 200", "/b", "status 200", "/missing", "status 404"),
                crawl(4, Duration.ofSeconds(20), 1));
        assertEquals(1, requests.get("/a").get());
        assertEquals(1, requests.get("/b").get());
    }

    @Test
    void what_fails_is_tried_again_but_not_for_ever() {
        page("/", "/flaky /broken", (exchange, request) -> 200);
        page("/flaky", "/behind", (exchange, request) -> request < 3 ? 503 : 200);
        page("/broken", "", (exchange, request) -> 500);
        page("/behind", "", (exchange, request) -> 200);
        assertEquals(
                Map.of(
                        "/", "status 200",
                        "/flaky", "status 200",
                        "/behind", "status 200",
                        "/broken", "java.io.IOException: status 500"),
                crawl(4, Duration.ofSeconds(20), 3));
        assertEquals(3, requests.get("/flaky").get());
        assertEquals(3, requests.get("/broken").get());
    }

    @Test
    void a_page_that_does_not_come_keeps_its_place_for_a_time_only() {
        page("/", "/slow /quick", (exchange, request) -> 200);
        page("/slow", "", (exchange, request) -> {
            end.await();
            return 200;
        });
        page("/quick", "", (exchange, request) -> 200);
        Map<String, String> outcomes = crawl(1, Duration.ofMillis(1500), 2);
        assertEquals("status 200", outcomes.get("/quick"));
        assertTrue(outcomes.get("/slow").contains("TimedOutException"), outcomes.toString());
        assertEquals(2, requests.get("/slow").get());
    }

    @Test
    void pages_come_side_by_side_but_no_more_than_there_are_places() {
        StringBuilder links = new StringBuilder();
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch four = new CountDownLatch(4);
        for (int i = 0; i < 30; i++) {
            links.append(" /").append(i);
            page("/" + i, "", (exchange, request) -> {
                three.countDown();
                four.countDown();
                boolean areThreeAtOnce = three.await(20, TimeUnit.SECONDS);
                four.await(300, TimeUnit.MILLISECONDS); // a fourth, if one were let in, would come by then
                return areThreeAtOnce ? 200 : 500;
            });
        }
        page("/", links.toString().strip(), (exchange, request) -> 200);
        Map<String, String> outcomes = crawl(3, Duration.ofSeconds(30), 1);
        assertEquals(31, outcomes.size());
        assertTrue(outcomes.values().stream().allMatch("status 200"::equals), outcomes.toString());
        assertEquals(3, mostUnderWay.get());
    }

    @Test
    void where_nobody_listens_that_is_the_outcome() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free + "/");
        Map<URI, String> outcomes = EventLoop.run(new Crawler(1, Duration.ofSeconds(20), 2).crawl(nobody));
        assertTrue(outcomes.get(nobody).startsWith("java.net.ConnectException"), outcomes.toString());
    }
}
