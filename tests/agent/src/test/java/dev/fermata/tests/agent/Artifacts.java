package dev.fermata.tests.agent;

import dev.fermata.Generator;
import dev.fermata.agent.Agent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The things under test, found on the class path of the tests. */
public final class Artifacts {
    private Artifacts() {}

    public static Path agentJar() {
        Path jar = homeOf(Agent.class);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("these tests need the agent's jar, not " + jar + ": run 'mvn verify'");
        }
        return jar;
    }

    public static Path runtime() {
        return homeOf(Generator.class);
    }

    private static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
