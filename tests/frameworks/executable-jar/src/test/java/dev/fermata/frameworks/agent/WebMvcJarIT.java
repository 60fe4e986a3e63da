package dev.fermata.frameworks.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.frameworks.spring.AnyShop;
import dev.fermata.frameworks.spring.WholesaleStub;
import dev.fermata.tests.agent.Jvm;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop on WebMVC, in an executable jar, woven by the agent. */
final class WebMvcJarIT extends AnyShop {
    private static ShopProcess process;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        process = new ShopProcess("servlet", new Jvm().withAgent(""));
        address = process.address();
    }

    @AfterAll
    static void stop() throws Exception {
        try (ShopProcess stopping = process) {
            String said = stopping.stop();
            assertFalse(said.contains("fermata: "), said); // the agent has nothing to complain about
        }
    }

    @Override
    protected URI shop() {
        return address;
    }

    @Override
    protected WholesaleStub wholesaler() {
        return process.wholesaler();
    }

    @Test
    void runs_on_its_server() throws Exception {
        assertEquals("Tomcat", process.server());
    }
}
