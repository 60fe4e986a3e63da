package dev.fermata.tests.stress.corpus;

import dev.fermata.Coroutine;
import dev.fermata.tests.stress.weaving.StressResult;
import dev.fermata.tests.stress.weaving.StressWeaver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Jars, stress-woven in memory. The classes of a jar are defined together, with the other jars behind them. What does not
 * link as it came, because an optional dependency is missing or the class is newer than the JVM, cannot link woven either.
 */
final class JarCorpus {
    private static final String CLASS_FILE = ".class";

    private final StressWeaver weaver = new StressWeaver(StressWeaver.Mode.BESIDE);
    private final Tally tally = new Tally();
    private final List<Path> jars;

    JarCorpus(List<Path> jars) {
        this.jars = jars;
    }

    /** Weaves and verifies them all, and prints what came of it. */
    Tally run() throws IOException {
        try (URLClassLoader all = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            for (Path jar : jars) {
                run(jar, all);
            }
        }
        tally.print(jars.size() + " jars");
        return tally;
    }

    private void run(Path jar, ClassLoader others) throws IOException {
        SortedMap<String, byte[]> plain = read(jar);
        MemoryLoader plainLoader = new MemoryLoader(plain, others);
        SortedMap<String, byte[]> woven = new TreeMap<>();
        Map<String, StressResult> results = new TreeMap<>();
        plain.entrySet().parallelStream().forEach(entry -> {
            StressResult result = weaver.weave(entry.getValue(), name -> bytesOf(name, plain, others));
            synchronized (results) {
                results.put(entry.getKey(), result);
                woven.putAll(result.classes());
            }
        });
        MemoryLoader wovenLoader = new MemoryLoader(woven, others);
        results.forEach((name, result) -> verify(jar, name, result, plainLoader, wovenLoader));
    }

    private void verify(Path jar, String host, StressResult result, MemoryLoader plain, MemoryLoader woven) {
        String where = jar.getFileName() + ": " + host;
        LinkageError before = Linking.problemOf(host.replace('/', '.'), plain);
        if (before != null) {
            tally.addUnverifiable(where, before);
            return;
        }
        tally.add(where, result);
        result.classes().forEach((name, bytes) -> {
            LinkageError problem = Linking.problemOf(name.replace('/', '.'), woven);
            if (problem != null) {
                tally.fail(where + " as " + name, problem);
            }
            AsmVerifier.newProblemsOf(bytes, woven, plain.bytesOf(name)).forEach(text -> tally.fail(where, text));
        });
    }

    private static byte[] bytesOf(String name, Map<String, byte[]> jar, ClassLoader others) {
        byte[] own = jar.get(name);
        if (own != null) {
            return own;
        }
        try (InputStream in = others.getResourceAsStream(name + CLASS_FILE)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class files that the running JVM would see. */
    private static SortedMap<String, byte[]> read(Path jar) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (var entry : file.versionedStream().toList()) {
                String path = entry.getName();
                if (path.endsWith(CLASS_FILE) && !path.endsWith("module-info.class") && !path.startsWith("META-INF/")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        classes.put(path.substring(0, path.length() - CLASS_FILE.length()), in.readAllBytes());
                    }
                }
            }
        }
        return classes;
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        // Last, for what the woven classes extend; it is no part of the corpus unless it is named.
        urls.add(Coroutine.class.getProtectionDomain().getCodeSource().getLocation());
        return urls.toArray(URL[]::new);
    }

    static List<Path> parse(String path) {
        List<Path> jars = new ArrayList<>();
        for (String part : path.split("[" + File.pathSeparator + ",]")) {
            if (!part.isBlank()) {
                jars.add(Path.of(part.strip()));
            }
        }
        return jars;
    }
}
