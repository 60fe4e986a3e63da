package dev.fermata.tests.debugger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Sources;
import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.Keep;
import dev.fermata.transformer.directory.DirectoryReport;
import dev.fermata.transformer.directory.DirectoryWeaver;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Who compiles a program and who weaves it. */
enum Installation {
    JAVAC_AND_AGENT(false, true),
    JAVAC_AND_BUILD(false, false),
    ECJ_AND_AGENT(true, true),
    ECJ_AND_BUILD(true, false);

    final boolean compiledByEclipse;
    private final boolean wovenByAgent;

    Installation(boolean compiledByEclipse, boolean wovenByAgent) {
        this.compiledByEclipse = compiledByEclipse;
        this.wovenByAgent = wovenByAgent;
    }

    /** A JVM that is ready to run a program. */
    Jvm prepare(String program, Path directory) {
        return prepare(program, directory, Keep.LIVE);
    }

    /** The same with a choice of what is woven. */
    Jvm prepare(String program, Path directory, Keep keep) {
        Path classes = compile(program, directory.resolve(program + "-" + name() + "-" + keep));
        if (wovenByAgent) {
            return new Jvm().withAgent(keep == Keep.IN_SCOPE ? "debug" : "").withClassPath(classes);
        }
        weave(classes, keep);
        return new Jvm().withClassPath(classes);
    }

    private static void weave(Path classes, Keep keep) {
        try {
            DirectoryReport report = DirectoryWeaver.weave(classes, DiagnosticPolicy.DEFAULT, keep);
            assertFalse(report.failed(), report::toString);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path compile(String program, Path to) {
        String source = sourceOf(program);
        return compiledByEclipse
                ? compileByEclipse(program, source, to)
                : new Sources().file(program, source).compileTo(to);
    }

    private static Path compileByEclipse(String program, String source, Path to) {
        try {
            Files.createDirectories(to);
            Path file = Files.writeString(to.resolve(program + ".java"), source);
            StringWriter messages = new StringWriter();
            PrintWriter out = new PrintWriter(messages);
            String[] arguments = {
                "--release",
                "17",
                "-g",
                "-nowarn",
                "-preserveAllLocals",
                "-proc:none",
                "-classpath",
                Artifacts.runtime().toString(),
                "-d",
                to.toString(),
                file.toString()
            };
            assertTrue(BatchCompiler.compile(arguments, out, out, null), messages::toString);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sourceOf(String program) {
        try (InputStream in = Installation.class.getResourceAsStream("/programs/" + program + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
