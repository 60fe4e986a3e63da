package dev.fermata.tests.stress.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Reads jars. */
final class JarContents {
    private JarContents() {}

    /**
     * Reads all entries by name, as this JVM would see them: of a multi-release jar those of its version. Signatures, which
     * would not hold for woven classes, are left out.
     */
    static SortedMap<String, byte[]> of(Path jar) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (Iterator<JarEntry> entries = file.versionedStream().iterator(); entries.hasNext(); ) {
                JarEntry entry = entries.next();
                if (!entry.isDirectory() && !isSignature(entry.getName())) {
                    try (InputStream stream = file.getInputStream(entry)) {
                        contents.put(entry.getName(), stream.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
        return contents;
    }

    /**
     * Whether an entry is a class that can be loaded from a class path.
     *
     * @param entry its name
     */
    static boolean isClass(String entry) {
        return entry.endsWith(".class") && !entry.endsWith("module-info.class");
    }

    private static boolean isSignature(String entry) {
        return entry.toUpperCase(Locale.ROOT).matches("META-INF/([^/]*\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");
    }
}
