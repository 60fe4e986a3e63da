package dev.fermata.tests.coverage;

import dev.fermata.tests.agent.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The programs whose coverage is measured, for the runtime and for its twin. */
final class Programs {
    static final String MAIN = "demo.Main";

    /** Source files with suspendable methods, by class. */
    static final List<String> NAMES = List.of(
            "Straight", "Branches", "Loops", "Tries", "Generators", "AsyncLoops", "Resources", "Hosts", "Sample");

    private Programs() {}

    /** Compiles against the runtime, to be woven. */
    static Path compileTo(Path directory) {
        return sources("dev.fermata", "null", "woven").compileTo(directory);
    }

    /** Compiles against markers that are ordinary methods. */
    static Path compileTwinTo(Path directory) {
        Sources sources = sources("twin", "AsyncGenerator.collected()", "twin").withoutRuntime();
        for (String name : List.of("Coroutine", "Suspendable", "Generator", "AsyncGenerator", "AsyncCloseable")) {
            sources.file(name, text("twin/" + name));
        }
        return sources.compileTo(directory);
    }

    /** What an asynchronous generator returns differs, but it is one instruction in both. */
    private static Sources sources(String runtime, String collected, String driver) {
        Sources sources = new Sources().file("Main", text("programs/Main")).file("Drive", text(driver + "/Drive"));
        for (String name : NAMES) {
            String text = text("programs/" + name);
            sources.file(name, text.replace("RUNTIME", runtime).replace("COLLECTED", collected));
        }
        return sources;
    }

    static List<String> lines(String name) {
        return text("programs/" + name).lines().toList();
    }

    private static String text(String name) {
        String resource = "/" + name + ".java";
        try (InputStream in = Programs.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
