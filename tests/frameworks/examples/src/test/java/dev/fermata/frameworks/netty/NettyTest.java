package dev.fermata.frameworks.netty;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Promise;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class NettyTest {
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Boolean> wasInEventLoop = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Test
    void after_every_await_the_dialogue_is_on_the_thread_of_its_channel() throws Exception {
        try (NettyServer server = new NettyServer(
                (loops, channel) -> new HttpAnswers(loops, path -> wander(channel, path)).addTo(channel.pipeline()))) {
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> client.sendAsync(get(server, "/" + i), BodyHandlers.ofString()))
                    .toList();
            for (int i = 0; i < 20; i++) {
                assertEquals("came back from /" + i, answers.get(i).get().body());
            }
        }
        assertEquals(Collections.nCopies(20 * 4, true), wasInEventLoop);
    }

    /** Awaits what is completed on other threads. */
    @Suspendable
    private Coroutine<String> wander(Channel channel, String path) {
        witness(channel);
        String answer = await(CompletableFuture.supplyAsync(() -> "came back from " + path));
        witness(channel);
        await(EventLoop.sleep(Duration.ofMillis(5)));
        witness(channel);
        int length = await(EventLoop.current().offload(answer::length));
        witness(channel);
        return Coroutine.of(answer.substring(0, length));
    }

    private void witness(Channel channel) {
        wasInEventLoop.add(channel.eventLoop().inEventLoop());
    }

    @Test
    void many_clients_at_once_get_their_own_answers() throws Exception {
        try (NettyServer server = new NettyServer(
                (loops, channel) -> new HttpAnswers(loops, path -> wander(channel, path)).addTo(channel.pipeline()))) {
            List<CompletableFuture<Void>> clients = IntStream.range(0, 30)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> ask(server, i), task -> new Thread(task).start()))
                    .toList();
            for (CompletableFuture<Void> each : clients) {
                each.get();
            }
        }
        assertFalse(wasInEventLoop.contains(false));
    }

    /** Asks again and again on one connection. */
    private static void ask(NettyServer server, int client) {
        try (Socket socket = connect(server)) {
            BufferedReader lines = reader(socket);
            for (int i = 0; i < 50; i++) {
                String path = "/" + client + "/" + i;
                String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String expected = "came back from " + path;
                while (!lines.readLine().isEmpty()) {} // the head of the response
                char[] body = new char[expected.length()];
                for (int read = 0; read < body.length; ) {
                    read += lines.read(body, read, body.length - read);
                }
                assertEquals(expected, new String(body));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void requests_of_one_connection_are_answered_in_their_order_and_with_back_pressure() throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        AtomicReference<Channel> accepted = new AtomicReference<>();
        try (NettyServer server = new NettyServer((loops, channel) -> {
            accepted.set(channel);
            new HttpAnswers(loops, path -> reply(path, first)).addTo(channel.pipeline());
        })) {
            try (Socket socket = connect(server)) {
                StringBuilder pipelined = new StringBuilder();
                for (int i = 0; i < 100; i++) { // more than a peer reads in advance
                    pipelined.append("GET /").append(i).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
                }
                pipelined.append("GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                socket.getOutputStream().write(pipelined.toString().getBytes(StandardCharsets.US_ASCII));
                while (accepted.get() == null || accepted.get().config().isAutoRead()) {
                    assertFalse(Thread.interrupted(), "it reads on and on");
                }
                first.complete("zero");
                BufferedReader lines = reader(socket);
                List<String> bodies =
                        lines.lines().filter(line -> line.startsWith("answer")).toList();
                List<String> expected = new ArrayList<>(List.of("answer /0 zero"));
                IntStream.range(1, 100).forEach(i -> expected.add("answer /" + i));
                expected.add("answer /last");
                assertEquals(expected, bodies);
            }
        }
    }

    @Suspendable
    private Coroutine<String> reply(String path, CompletableFuture<String> first) {
        return Coroutine.of("answer " + path + (path.equals("/0") ? " " + await(first) : "") + "\r\n");
    }

    @Test
    void closing_the_channel_cancels_the_dialogue_and_what_it_awaits() throws Exception {
        AtomicReference<Promise<String>> awaited = new AtomicReference<>();
        try (NettyServer server = new NettyServer((loops, channel) -> {
            awaited.set(channel.eventLoop().newPromise());
            channel.pipeline().addLast(new DialogueHandler<>(loops, peer -> listen(awaited.get())));
        })) {
            try (Socket socket = connect(server)) {
                assertTrue(socket.isConnected());
                assertEquals("listens", next());
            }
            assertEquals("cancelled: the channel was closed", next());
            assertEquals("cleaned up", next());
            assertTrue(awaited.get().isCancelled());
        }
    }

    @Test
    void the_end_of_the_dialogue_closes_the_channel_and_its_failure_goes_down_the_pipeline() throws Exception {
        AtomicReference<Promise<String>> awaited = new AtomicReference<>();
        try (NettyServer server = new NettyServer((loops, channel) -> {
            awaited.set(channel.eventLoop().newPromise());
            channel.pipeline()
                    .addLast(new DialogueHandler<>(loops, peer -> listen(awaited.get())))
                    .addLast(new ChannelInboundHandlerAdapter() {
                        @Override
                        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                            events.add("pipeline: " + cause.getMessage());
                        }
                    });
        })) {
            try (Socket socket = connect(server)) {
                assertEquals("listens", next());
                awaited.get().setFailure(new IOException("no more"));
                assertEquals(-1, socket.getInputStream().read());
            }
            assertEquals("cleaned up", next());
            assertEquals("pipeline: no more", next());
        }
    }

    @Suspendable
    private Coroutine<Void> listen(io.netty.util.concurrent.Future<String> news) {
        events.add("listens");
        try {
            await(NettyFutures.stage(news));
        } catch (Cancellation cancelled) {
            events.add("cancelled: " + cancelled.reason());
            throw cancelled;
        } finally {
            await(EventLoop.sleep(Duration.ofMillis(1)));
            events.add("cleaned up");
        }
        return null;
    }

    @Test
    void a_method_that_returns_a_future_needs_no_loop_if_it_awaits_only_nettys() throws Exception {
        ChannelInboundHandlerAdapter handler = new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
                greet(context).whenComplete((greeted, failure) -> {
                    events.add(failure + "");
                    context.close();
                });
            }
        };
        try (NettyServer server =
                        new NettyServer((loops, channel) -> channel.pipeline().addLast(handler));
                Socket socket = connect(server)) {
            assertEquals("hello, later", reader(socket).readLine());
        }
        assertEquals("null", next());
        assertEquals(List.of(true, true, true), wasInEventLoop);
    }

    @Suspendable
    private CompletableFuture<Void> greet(ChannelHandlerContext context) {
        await(NettyFutures.stage(context.writeAndFlush(context.alloc().buffer().writeBytes("hello, ".getBytes()))));
        witness(context.channel());
        String rest = await(NettyFutures.stage(context.executor().schedule(() -> "later", 5, TimeUnit.MILLISECONDS)));
        witness(context.channel());
        await(NettyFutures.stage(context.writeAndFlush(context.alloc().buffer().writeBytes(rest.getBytes()))));
        witness(context.channel());
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void closing_the_loops_ends_the_dialogues() throws Exception {
        try (NettyServer server = new NettyServer(
                (loops, channel) -> channel.pipeline().addLast(new DialogueHandler<>(loops, peer -> waitForEver())))) {
            try (Socket socket = connect(server)) {
                assertFalse(socket.isClosed());
                assertEquals("waits", next());
                server.loops().close();
                assertEquals("closed", next());
            }
        }
    }

    @Suspendable
    private Coroutine<Void> waitForEver() {
        events.add("waits");
        try {
            await(new CompletableFuture<Void>());
        } finally {
            events.add("closed");
        }
        return null;
    }

    private String next() throws InterruptedException {
        return events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static HttpRequest get(NettyServer server, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.address().getPort() + path))
                .build();
    }

    private static Socket connect(NettyServer server) throws IOException {
        Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
