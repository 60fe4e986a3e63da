package dev.fermata.examples.crawler;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.sync.Permit;
import dev.fermata.sync.Semaphore;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the links of a site and says what comes of each: a few pages at a time, none for too long, and again, later each
 * time, those that fail. The requests are made by the JDK's client, whose futures are awaited.
 *
 * <pre>
 * mvn -q -Pexample package -Dexample=crawler.Crawler -Darguments=https://example.org/
 * </pre>
 */
public final class Crawler {
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"([^\"#]+)");
    private static final int SERVER_ERROR = 500;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Semaphore places;
    private final Duration patience;
    private final int attempts;
    private final Map<URI, String> outcomes = new TreeMap<>();

    /**
     * Makes a crawler, to be used once.
     *
     * @param pagesAtATime how many requests are under way at most
     * @param patience how long each may take, not null
     * @param attempts how often a page is tried
     */
    public Crawler(int pagesAtATime, Duration patience, int attempts) {
        this.places = Semaphore.bounded(pagesAtATime);
        this.patience = patience;
        this.attempts = attempts;
    }

    /**
     * Looks at a page and at all that it leads to on the same host.
     *
     * @param start where to begin, not null
     * @return gives what came of each page: its status, or why there is none
     */
    @Suspendable
    public Coroutine<Map<URI, String>> crawl(URI start) {
        await(TaskGroup.run(group -> {
            visitOnce(group, start);
            return null;
        }));
        return Coroutine.of(outcomes);
    }

    private void visitOnce(TaskGroup group, URI page) {
        if (outcomes.putIfAbsent(page, "under way") == null) {
            group.fork(page.toString(), visit(group, page));
        }
    }

    @Suspendable
    private Coroutine<Void> visit(TaskGroup group, URI page) {
        String outcome;
        try {
            HttpResponse<String> response = await(fetch(page));
            outcome = "status " + response.statusCode();
            for (URI target : links(page, response.body())) {
                visitOnce(group, target);
            }
        } catch (IOException | TimedOutException failure) {
            outcome = failure.toString();
        }
        outcomes.put(page, outcome);
        return null;
    }

    /** The links that stay on the host, as they are found: a generator. */
    @Suspendable
    private static Iterable<URI> links(URI page, String html) {
        for (Matcher link = LINK.matcher(html); link.find(); ) {
            try {
                URI target = page.resolve(link.group(1).strip());
                if (page.getAuthority().equals(target.getAuthority())) {
                    Generator.yield(target);
                }
            } catch (IllegalArgumentException e) {
                System.err.println(page + " has a link that is none: " + e.getMessage());
            }
        }
        return null;
    }

    /** Holds a place while a request is under way, but not between two attempts. */
    @Suspendable
    @SuppressWarnings("try") // the place is only held
    private Coroutine<HttpResponse<String>> fetch(URI page) throws IOException {
        Duration pause = Duration.ofMillis(100);
        for (int attempt = 1; ; attempt++) {
            try (Permit place = await(places.acquire())) {
                return Coroutine.of(await(Tasks.within(patience, request(page))));
            } catch (IOException | TimedOutException failure) {
                if (attempt == attempts) {
                    throw failure;
                }
            }
            await(EventLoop.sleep(pause));
            pause = pause.multipliedBy(2);
        }
    }

    @Suspendable
    private Coroutine<HttpResponse<String>> request(URI page) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(page).build();
        HttpResponse<String> response = await(client.sendAsync(request, BodyHandlers.ofString()));
        if (response.statusCode() >= SERVER_ERROR) {
            throw new IOException("status " + response.statusCode());
        }
        return Coroutine.of(response);
    }

    /**
     * Prints what came of each page.
     *
     * @param arguments where to begin
     */
    public static void main(String... arguments) {
        Crawler crawler = new Crawler(10, Duration.ofSeconds(5), 3);
        EventLoop.run(crawler.crawl(URI.create(arguments[0])))
                .forEach((page, outcome) -> System.out.println(page + "  " + outcome));
    }
}
