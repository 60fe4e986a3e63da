package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;

/** Writes every class of one compilation as text, hosts and frames, so that the failure of another test can be read. */
class WovenTextTest {
    private static final Path TEXTS = Path.of("target", "woven");
    private static final Compilation USUAL = new Compilation(BatchCompiler.JAVAC, 17, true);

    @Test
    void every_woven_class_has_its_text() throws IOException {
        for (Map.Entry<String, byte[]> woven : CompiledTargets.by(USUAL).woven().entrySet()) {
            Path file = TEXTS.resolve(USUAL.toString()).resolve(woven.getKey() + ".txt");
            Files.createDirectories(file.getParent());
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                new ClassReader(woven.getValue()).accept(new TraceClassVisitor(null, new Textifier(), writer), 0);
            }
            String name = woven.getKey().substring(woven.getKey().lastIndexOf('/') + 1);
            assertTrue(Files.readString(file).contains(name), name);
        }
    }
}
