package dev.fermata.frameworks.agent;

import dev.fermata.frameworks.spring.WholesaleStub;
import dev.fermata.tests.agent.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code java -javaagent:fermata-agent.jar -jar shop.jar} */
final class ShopProcess implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("(Tomcat|Netty) started on port (\\d+)");
    private static final long PATIENCE_SECONDS = 120;

    private final WholesaleStub wholesaler = new WholesaleStub();
    private final List<String> said = new ArrayList<>();
    private final CompletableFuture<Matcher> started = new CompletableFuture<>();
    private final Process process;
    private final Thread reader;

    /**
     * Starts it on a free port.
     *
     * @param stack "servlet" or "reactive"
     * @param jvm with what else it is to have
     */
    ShopProcess(String stack, Jvm jvm) throws IOException {
        process = jvm.builder(
                        "-jar",
                        Path.of(System.getProperty("application")).toString(),
                        "--spring.main.web-application-type=" + stack,
                        "--server.port=0",
                        "--wholesaler=" + wholesaler.address())
                .redirectErrorStream(true)
                .start();
        reader = new Thread(this::read, "output of the shop");
        reader.start();
    }

    WholesaleStub wholesaler() {
        return wholesaler;
    }

    URI address() throws Exception {
        return URI.create("http://localhost:"
                + started.get(PATIENCE_SECONDS, TimeUnit.SECONDS).group(2));
    }

    /** "Tomcat" or "Netty". */
    String server() throws Exception {
        return started.get(PATIENCE_SECONDS, TimeUnit.SECONDS).group(1);
    }

    /** Stops the shop and gives all that it has written. */
    String stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the shop does not stop; it has said\n" + said());
        }
        reader.join();
        return said();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                Matcher matcher = STARTED.matcher(line);
                if (matcher.find()) {
                    started.complete(matcher);
                }
            }
            started.completeExceptionally(new IOException("the shop has not started:\n" + said()));
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    private String said() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        wholesaler.close();
    }
}
