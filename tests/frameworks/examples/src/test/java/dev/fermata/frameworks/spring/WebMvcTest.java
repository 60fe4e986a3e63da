package dev.fermata.frameworks.spring;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;

/** The shop on WebMVC, woven in the build. */
final class WebMvcTest extends AnyShop {
    private static RunningShop running;

    @BeforeAll
    static void start() throws IOException {
        running = new RunningShop("servlet");
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
    void runs_on_tomcat() {
        assertInstanceOf(TomcatWebServer.class, running.server());
    }
}
