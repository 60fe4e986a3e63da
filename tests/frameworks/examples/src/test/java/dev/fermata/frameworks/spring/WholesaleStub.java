package dev.fermata.frameworks.spring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A wholesaler who answers when the test lets it. Price and stock of an item are only told to who asks for both at once. */
public final class WholesaleStub implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> gates = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** Starts it on a free port. */
    public WholesaleStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Withholds the answers about an item until the future is completed. */
    CompletableFuture<Void> withhold(String item) {
        return gates.computeIfAbsent(item, name -> new CompletableFuture<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String question = path[1];
        String item = path[2];
        asked(question, item).complete(null);
        asked(question.equals("price") ? "stock" : "price", item)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        CompletableFuture<Void> gate = gates.get(item);
        if (gate != null) {
            gate.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
        byte[] body = (question.equals("price") ? "250" : "12").getBytes();
        exchange.sendResponseHeaders(item.equals("unicorn") ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private CompletableFuture<Void> asked(String question, String item) {
        return asked.computeIfAbsent(question + " of " + item, name -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
