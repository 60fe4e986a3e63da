package dev.fermata.tests.stress.library;

import dev.fermata.tests.stress.weaving.StressResult;
import dev.fermata.tests.stress.weaving.StressResult.LeftAlone;
import dev.fermata.tests.stress.weaving.StressWeaver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** A library whose classes are stress-woven. */
final class WovenLibrary {
    private final SortedMap<String, byte[]> original;
    private final List<Path> dependencies;
    private final SortedMap<String, byte[]> entries = new TreeMap<>();
    private final SortedMap<String, LeftAlone> leftAlone = new TreeMap<>();
    private int woven;
    private int suspensionPoints;

    private WovenLibrary(SortedMap<String, byte[]> original, List<Path> dependencies) {
        this.original = original;
        this.dependencies = dependencies;
    }

    /**
     * Weaves a library.
     *
     * @param original the entries of its jar, by name
     * @param dependencies jars with super types of its classes
     */
    static WovenLibrary of(SortedMap<String, byte[]> original, List<Path> dependencies) {
        WovenLibrary library = new WovenLibrary(original, dependencies);
        original.forEach(library::add);
        return library;
    }

    private void add(String name, byte[] contents) {
        if (!JarContents.isClass(name)) {
            entries.put(name, contents);
            return;
        }
        StressResult result;
        try {
            result = new StressWeaver().weave(contents, this::classFile);
        } catch (RuntimeException e) {
            throw new StressFailure("Weaving " + name + " failed: " + e, e);
        }
        // Under its own name, even if that is not what its class is called.
        String host = name.substring(0, name.length() - ".class".length());
        result.classes().forEach((type, bytes) -> entries.put(type + ".class", bytes));
        if (!result.classes().containsKey(host)) {
            entries.put(name, contents);
        }
        woven += result.woven().size();
        suspensionPoints += result.suspensionPoints();
        result.leftAlone().forEach((method, why) -> leftAlone.put(host.replace('/', '.') + "." + method, why));
    }

    /** The class file of a type that the library may have as a super type. */
    private byte[] classFile(String internalName) {
        String entry = internalName + ".class";
        byte[] own = original.get(entry);
        if (own != null) {
            return own;
        }
        try (InputStream stream = ClassLoader.getPlatformClassLoader().getResourceAsStream(entry)) {
            return stream != null ? stream.readAllBytes() : fromDependencies(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] fromDependencies(String entry) throws IOException {
        for (Path jar : dependencies) {
            try (JarFile file = new JarFile(jar.toFile(), false)) {
                if (file.getEntry(entry) != null) {
                    return file.getInputStream(file.getEntry(entry)).readAllBytes();
                }
            }
        }
        return null;
    }

    /** What belongs into the woven library's jar. */
    SortedMap<String, byte[]> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /** Methods that are not woven, as class, name and descriptor. */
    SortedMap<String, LeftAlone> leftAlone() {
        return Collections.unmodifiableSortedMap(leftAlone);
    }

    int woven() {
        return woven;
    }

    /** How many methods there are that could suspend. */
    int weavable() {
        return woven
                + (int) leftAlone.values().stream()
                        .filter(each -> each.reason().isWeavable())
                        .count();
    }

    int suspensionPoints() {
        return suspensionPoints;
    }
}
