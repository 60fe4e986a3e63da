package dev.fermata.frameworks.spring;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The shop in this JVM. */
final class RunningShop implements AutoCloseable {
    private final WholesaleStub wholesaler = new WholesaleStub();
    private final ConfigurableApplicationContext context;

    /**
     * Starts it on a free port.
     *
     * @param stack "servlet" or "reactive"
     * @param options more of Boot's
     */
    RunningShop(String stack, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        Collections.addAll(
                arguments,
                "--spring.main.web-application-type=" + stack,
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--server.port=0",
                "--wholesaler=" + wholesaler.address());
        context = SpringApplication.run(ShopApplication.class, arguments.toArray(new String[0]));
    }

    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    WholesaleStub wholesaler() {
        return wholesaler;
    }

    WebServer server() {
        return ((WebServerApplicationContext) context).getWebServer();
    }

    @Override
    public void close() {
        context.close();
        wholesaler.close();
    }
}
