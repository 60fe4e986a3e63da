package dev.fermata.tests.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Another agent, not one of ours. Its option is empty or {@code class=file}: the class, loaded, gets the bytes of the
 * file, as if it had been instrumented. {@code probe.Probe.instrumentation} is for the program to use. With the option
 * {@code load=class} it loads a class before any other agent comes.
 */
public final class ProbeAgent {
    private static final String SOURCE = """
            package probe;

            import java.lang.instrument.ClassFileTransformer;
            import java.lang.instrument.Instrumentation;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.security.ProtectionDomain;

            public class Probe {
                public static Instrumentation instrumentation;

                public static void premain(String options, Instrumentation given) throws Exception {
                    instrumentation = given;
                    if (options == null) {
                        return;
                    }
                    String key = options.substring(0, options.indexOf('='));
                    String value = options.substring(options.indexOf('=') + 1);
                    if (key.equals("load")) {
                        Class.forName(value);
                        return;
                    }
                    byte[] replacement = Files.readAllBytes(Path.of(value));
                    given.addTransformer(new ClassFileTransformer() {
                        @Override
                        public byte[] transform(
                                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
                            return key.equals(name) ? replacement : null;
                        }
                    });
                }
            }
            """;

    private ProbeAgent() {}

    public static Path jarIn(Path directory) {
        Path classes = new Sources().file("Probe", SOURCE).compileTo(directory.resolve("probe-classes"));
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", "probe.Probe");
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Can-Redefine-Classes", "true");
        Path jar = directory.resolve("probe.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.list(classes.resolve("probe"))) {
            for (Path file : files.toList()) {
                entries.putNextEntry(new ZipEntry("probe/" + file.getFileName()));
                Files.copy(file, entries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
