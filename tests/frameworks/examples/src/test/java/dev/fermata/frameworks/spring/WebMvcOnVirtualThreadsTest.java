package dev.fermata.frameworks.spring;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.tomcat.TomcatWebServer;

/** The shop on WebMVC with a virtual thread for each request, where there are any. */
@EnabledForJreRange(min = JRE.JAVA_21)
final class WebMvcOnVirtualThreadsTest extends AnyShop {
    private static RunningShop running;

    @BeforeAll
    static void start() throws IOException {
        running = new RunningShop("servlet", "--spring.threads.virtual.enabled=true");
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
    void runs_on_virtual_threads() {
        ProtocolHandler protocol =
                ((TomcatWebServer) running.server()).getTomcat().getConnector().getProtocolHandler();
        assertInstanceOf(VirtualThreadExecutor.class, protocol.getExecutor());
    }
}
