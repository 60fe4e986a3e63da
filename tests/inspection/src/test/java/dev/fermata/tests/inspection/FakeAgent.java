package dev.fermata.tests.inspection;

import dev.fermata.tests.agent.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** An agent in the place of ours: a JVM that has it when it starts answers by it, not by the one that is sent to it. */
final class FakeAgent {
    private FakeAgent() {}

    /**
     * Makes its jar.
     *
     * @param answering statements that answer; there are {@code String options} and the {@code Path file} to write to
     */
    static Path jar(Path directory, String answering) throws IOException {
        Path classes = new Sources()
                .withoutRuntime()
                .file("Agent", """
                        package dev.fermata.agent;

                        import java.io.*;
                        import java.nio.file.*;

                        public class Agent {
                            public static void premain(String options) {
                                System.setProperty("fermata.agent", "0.0.9");
                            }

                            public static void agentmain(String options) throws Exception {
                                Path file = Path.of(options.substring(options.indexOf(':') + 1));
                                %s
                            }
                        }
                        """.formatted(answering))
                .compileTo(directory.resolve("classes"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "dev.fermata.agent.Agent");
        Path jar = directory.resolve("fake.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String name = "dev/fermata/agent/Agent.class";
            out.putNextEntry(new ZipEntry(name));
            out.write(Files.readAllBytes(classes.resolve(name)));
        }
        return jar;
    }
}
