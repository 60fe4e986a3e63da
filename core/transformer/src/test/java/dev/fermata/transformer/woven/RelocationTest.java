package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Shading moves woven classes, and the runtime with them, to other packages; strings stay as they are. */
class RelocationTest {
    private static final String HOST = """
            package app;
            import dev.fermata.*;
            class Host {
                @Suspendable
                static Generator<Object, Object, Void> run(Object... values) {
                    for (Object value : values) { Generator.yield(value); }
                    return null;
                }
                static String all() {
                    StringBuilder text = new StringBuilder();
                    run(1, "two").forEachRemaining(text::append);
                    return text.toString();
                }
            }
            """;

    @Test
    @Tag("J11")
    void woven_classes_run_after_they_have_been_relocated() throws Exception {
        TreeMap<String, byte[]> files = new TreeMap<>();
        Classes.compile(HOST).woven().files().values().forEach(bytes -> relocate(bytes, files));
        runtime().forEach(bytes -> relocate(bytes, files));
        assertTrue(files.keySet().stream().allMatch(name -> name.startsWith("shaded/")), files.keySet()::toString);
        assertEquals("1two", new Loader(new Classes(files)).call("shaded.app.Host", "all"));
    }

    private static List<byte[]> runtime() throws IOException {
        Path classes = Path.of(ClassFilesInMemory.runtime());
        if (!Files.isDirectory(classes)) { // a jar, once the runtime has been packaged
            try (var jar = java.nio.file.FileSystems.newFileSystem(classes)) {
                return read(jar.getPath("/"));
            }
        }
        return read(classes);
    }

    private static List<byte[]> read(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> wanted = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .toList();
            List<byte[]> contents = new java.util.ArrayList<>();
            for (Path file : wanted) {
                try (InputStream in = Files.newInputStream(file)) {
                    contents.add(in.readAllBytes());
                }
            }
            return contents;
        }
    }

    private static void relocate(byte[] classFile, TreeMap<String, byte[]> target) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new ClassRemapper(writer, new Shading()), 0);
        target.put("shaded/" + reader.getClassName(), writer.toByteArray());
    }

    private static final class Shading extends Remapper {
        Shading() {
            super(org.objectweb.asm.Opcodes.ASM9);
        }

        @Override
        public String map(String name) {
            return name.startsWith("app/") || name.startsWith("dev/fermata/") ? "shaded/" + name : name;
        }
    }
}
