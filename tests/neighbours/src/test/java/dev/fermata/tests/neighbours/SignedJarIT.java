package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Countdown;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed jar: all classes of a package must have the same signers, frame classes too. */
@Tag("E17")
@Tag("J16")
final class SignedJarIT {
    private static final Map<String, String> SEALED = Map.of("Sealed", "true");

    @TempDir
    Path directory;

    private Path classes;
    private Path keys;

    @BeforeEach
    void make_a_key() throws Exception {
        classes = Countdown.compileTo(directory.resolve("classes"));
        keys = directory.resolve("keys");
        tool("keytool", "-genkeypair", "-alias", "test", "-dname", "CN=test", "-keyalg", "EC");
    }

    @Test
    void is_woven_by_the_agent() throws Exception {
        Run run = run(new Jvm().withAgent(""), signed(Jars.pack(directory.resolve("app.jar"), classes, SEALED)));
        run.assertPrinted(Countdown.OUTPUT);
        run.assertQuiet();
    }

    @Test
    void is_signed_after_it_has_been_woven() throws Exception {
        BuildTime.weave(classes);
        Run run = run(new Jvm(), signed(Jars.pack(directory.resolve("app.jar"), classes, SEALED)));
        run.assertPrinted(Countdown.OUTPUT);
        run.assertQuiet();
    }

    private static Run run(Jvm jvm, Path jar) {
        return jvm.withClassPath(jar).run(Countdown.MAIN);
    }

    private Path signed(Path jar) throws Exception {
        tool("jarsigner", jar.toString(), "test");
        assertTrue(tool("jarsigner", "-verify", jar.toString()).contains("jar verified"));
        return jar;
    }

    private String tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(List.of("-keystore", keys.toString(), "-storepass", "password"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }
}
