package dev.fermata.tests.stress.corpus;

import dev.fermata.Coroutine;
import dev.fermata.tests.stress.weaving.StressResult;
import dev.fermata.tests.stress.weaving.StressWeaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The module {@code java.base} of the JDK that runs, in two steps, each a JVM of its own. {@code weave} writes a patch of
 * the module in which every method has its coroutine beside it. {@code verify} runs with that patch in force, so that the
 * classes are what they claim to be, in their own packages and loader; as no method calls its coroutine, the JVM works as
 * ever, and links and verifies one class after the other.
 */
public final class JavaBase {
    private static final String CLASS_FILE = ".class";

    private final Tally tally = new Tally();
    private final Path patch;

    private JavaBase(Path patch) {
        this.patch = patch;
    }

    /**
     * Runs one step.
     *
     * @param arguments {@code weave} or {@code verify}, and the directory of the patch
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        JavaBase base = new JavaBase(Path.of(arguments[1]));
        if (arguments[0].equals("weave")) {
            base.weave();
            base.addRuntime();
        } else {
            base.verify();
        }
        base.tally.print("java.base of JDK " + Runtime.version().feature() + ", "
                + (arguments[0].equals("weave") ? "woven" : "verified"));
        System.exit(base.tally.hasFailures() ? 1 : 0);
    }

    private void weave() throws IOException {
        Path module = unpatched();
        StressWeaver weaver = new StressWeaver(StressWeaver.Mode.BESIDE);
        classFilesBelow(module).parallelStream().forEach(file -> {
            String name = nameOf(module, file);
            StressResult result = weaver.weave(read(file), other -> null);
            tally.add(name, result);
            result.classes().forEach(this::write);
        });
    }

    /** The frame classes extend classes of the runtime, so in a patched module it must be part of that. */
    private void addRuntime() throws IOException {
        Path jar = Path.of(Coroutine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        if (Files.isDirectory(jar)) {
            copyClasses(jar);
        } else {
            try (var files = FileSystems.newFileSystem(jar)) {
                copyClasses(files.getPath("/"));
            }
        }
    }

    private void copyClasses(Path root) throws IOException {
        classFilesBelow(root).forEach(file -> write(nameOf(root, file), read(file)));
    }

    private void verify() throws IOException {
        List<Path> files = classFilesBelow(patch);
        for (Path file : files) {
            String name = nameOf(patch, file);
            LinkageError problem = Linking.problemOf(name.replace('/', '.'), null);
            if (problem != null) {
                tally.fail(name, problem);
            }
        }
        System.out.printf("    linked by the JVM: %,d classes, with their frame classes%n", files.size());
        files.parallelStream()
                .forEach(file -> AsmVerifier.newProblemsOf(read(file), null, original(nameOf(patch, file)))
                        .forEach(problem -> tally.fail(nameOf(patch, file), problem)));
    }

    /** The module as it is on disk, whatever patch is in force. */
    private static Path unpatched() {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
    }

    private static byte[] original(String name) {
        Path file = unpatched().resolve(name + CLASS_FILE);
        return Files.exists(file) ? read(file) : null;
    }

    private void write(String name, byte[] bytes) {
        Path file = patch.resolve(name + CLASS_FILE);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path root, Path file) {
        String path = root.relativize(file).toString();
        return path.substring(0, path.length() - CLASS_FILE.length());
    }

    private static List<Path> classFilesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(CLASS_FILE))
                    .filter(file -> !file.toString().endsWith("module-info.class"))
                    .sorted()
                    .toList());
        }
    }
}
