package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, driven through its DevTools protocol, of which this needs so little. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int SECONDS = 60;
    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on ws://([^/]+)/");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final ConcurrentMap<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private int commands;

    private Chromium(Path profile, Path page) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(find().orElseThrow(), "--headless", "--no-sandbox"));
        command.addAll(List.of("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"));
        command.addAll(List.of("--disable-component-update", "--disable-sync", "--hide-scrollbars"));
        command.addAll(List.of("--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        String target = request("PUT", address() + "/json/new?about:blank");
        socket = http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(SECONDS))
                .buildAsync(URI.create(field(target, "webSocketDebuggerUrl")), new Listener())
                .join();
        for (String domain : List.of("Runtime", "Log", "Page")) {
            send(domain + ".enable", "");
        }
        send("Page.navigate", "\"url\":\"" + page.toUri() + "\"");
        await(loaded);
    }

    /** Skips the test where there is none. */
    static Chromium open(Path profile, Path page) throws IOException, InterruptedException {
        assumeTrue(
                find().isPresent(), "no browser is on the PATH: install one, on Debian with apt-get install chromium");
        return new Chromium(profile, page);
    }

    private static Optional<String> find() {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** What the browser has complained of: errors, exceptions, and what its console has been told. */
    List<String> complaints() {
        return complaints;
    }

    /** The text that an expression gives. */
    String evaluate(String expression) {
        String answer = send(
                "Runtime.evaluate", "\"returnByValue\":true,\"expression\":\"String(" + quoted(expression) + ")\"");
        if (answer.contains("\"exceptionDetails\"")) {
            throw new AssertionError(answer);
        }
        return field(answer, "value");
    }

    /** Moves the mouse to the middle of the first element that a selector finds, scrolling there if need be. */
    void hover(String selector) {
        mouse("mouseMoved", selector, 0);
    }

    /** Clicks there. */
    void click(String selector) {
        mouse("mousePressed", selector, 1);
        mouse("mouseReleased", selector, 1);
    }

    /** Presses a key. */
    void press(String key, int code) {
        String same = "\"key\":\"" + key + "\",\"windowsVirtualKeyCode\":" + code;
        send("Input.dispatchKeyEvent", "\"type\":\"rawKeyDown\"," + same);
        send("Input.dispatchKeyEvent", "\"type\":\"keyUp\"," + same);
    }

    /** Makes the window so wide, and the user's colours light or dark. */
    void show(int width, int height, String colours) {
        send(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false");
        send(
                "Emulation.setEmulatedMedia",
                "\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + colours + "\"}]");
    }

    void screenshot(Path file) throws IOException {
        String data = field(send("Page.captureScreenshot", "\"format\":\"png\""), "data");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private void mouse(String type, String selector, int clicks) {
        String box = evaluate(
                "(() => { const part = document.querySelector('" + selector + "');"
                        + " part.scrollIntoView({block: 'nearest', behavior: 'instant'});"
                        + " const box = part.getBoundingClientRect();"
                        + " return Math.round(box.x + Math.min(box.width, 60) / 2) + ' ' + Math.round(box.y + box.height / 2) })()");
        String[] at = box.split(" ");
        send(
                "Input.dispatchMouseEvent",
                "\"type\":\"" + type + "\",\"x\":" + at[0] + ",\"y\":" + at[1] + ",\"button\":\""
                        + (clicks == 0 ? "none" : "left") + "\",\"clickCount\":" + clicks);
    }

    private String send(String method, String parameters) {
        int id = ++commands;
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true);
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** The host and port that the browser has chosen. */
    private String address() throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                Thread rest = new Thread(() -> said.lines().forEach(ignored -> {}), "what the browser says");
                rest.setDaemon(true);
                rest.start();
                return "http://" + matcher.group(1);
            }
        }
        throw new IOException("the browser has not started: " + process);
    }

    private String request(String method, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(SECONDS))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A text in an answer; what tests ask for holds no quotation marks. */
    private static String field(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no text " + name + " in " + json);
        }
        return matcher.group(1).replace("\\n", "\n");
    }

    private static String quoted(String expression) {
        return expression.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public void close() {
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true);
        process.onExit().completeOnTimeout(null, SECONDS, TimeUnit.SECONDS).join();
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        await(process.onExit());
    }

    private final class Listener implements WebSocket.Listener {
        private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                receive(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void receive(String text) {
            Matcher id = ID.matcher(text);
            if (id.find()) {
                Optional.ofNullable(answers.remove(Integer.parseInt(id.group(1))))
                        .ifPresent(answer -> answer.complete(text));
            } else if (text.contains("\"Page.loadEventFired\"")) {
                loaded.complete(null);
            } else if (text.contains("\"Runtime.consoleAPICalled\"")
                    || text.contains("\"Runtime.exceptionThrown\"")
                    || text.contains("\"Log.entryAdded\"")) {
                complaints.add(text);
            }
        }
    }
}
