package dev.fermata.frameworks.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Jvm;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The executable jar holds what the compiler has made. */
final class NotWovenJarIT {
    @Test
    void holds_the_application_and_the_runtime_where_only_boots_loader_sees_them() throws IOException {
        try (ZipFile jar = new ZipFile(System.getProperty("application"))) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertTrue(entries.contains("BOOT-INF/classes/dev/fermata/frameworks/spring/OfferController.class"));
            assertTrue(entries.stream().anyMatch(entry -> entry.matches("BOOT-INF/lib/fermata-runtime-.*\\.jar")));
            assertFalse(entries.stream().anyMatch(entry -> entry.startsWith("dev/fermata")));
        }
    }

    @Test
    void says_that_the_agent_is_missing() throws Exception {
        try (ShopProcess process = new ShopProcess("servlet", new Jvm())) {
            HttpRequest request = HttpRequest.newBuilder(process.address().resolve("/offers/tea"))
                    .build();
            assertEquals(
                    500,
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode());
            String said = process.stop();
            assertTrue(said.contains("dev.fermata.NotWovenError"), said);
            assertTrue(said.contains("-javaagent"), said);
        }
    }
}
