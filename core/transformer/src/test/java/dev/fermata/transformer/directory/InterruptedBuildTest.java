package dev.fermata.transformer.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Woven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** A build that is killed while it writes. */
class InterruptedBuildTest {
    private static final int HOSTS = 90;

    @TempDir
    private Path directory;

    /** Weaves a directory; what is killed. */
    static final class Build {
        private Build() {}

        public static void main(String[] arguments) throws IOException {
            DirectoryWeaver.weave(Path.of(arguments[0]));
        }
    }

    @Test
    @Tag("J4")
    @Timeout(300)
    void leaves_no_host_without_its_frames_and_the_next_one_completes_it() throws Exception {
        Path unwoven = directory.resolve("unwoven");
        compileHosts(unwoven);
        Path whole = copy(unwoven, directory.resolve("whole"));
        DirectoryWeaver.weave(whole);
        for (int frames : new int[] {1, HOSTS / 4, HOSTS / 2}) {
            Path killed = copy(unwoven, directory.resolve("killed" + frames));
            killAfter(frames, killed);
            assertHostsHaveTheirFrames(killed);
            DirectoryWeaver.weave(killed);
            assertEquals(contents(whole), contents(killed));
        }
    }

    private static void compileHosts(Path classes) throws IOException {
        Files.createDirectories(classes);
        String[] names = new String[HOSTS];
        Arrays.setAll(names, i -> "Host" + i);
        SourceText.compile(classes, names);
    }

    private static Path copy(Path classes, Path target) throws IOException {
        Files.createDirectories(target);
        for (Path file : list(classes)) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
        return target;
    }

    /** Waits for so many frame classes to be there, however long that takes, and kills the process. */
    private static void killAfter(int frames, Path classes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Build.class.getName(),
                        classes.toString())
                .inheritIO()
                .start();
        while (process.isAlive() && framesIn(classes) < frames) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        assertTrue(framesIn(classes) >= frames);
    }

    private static long framesIn(Path classes) throws IOException {
        return list(classes).stream()
                .filter(file -> file.getFileName().toString().matches(".*\\$\\$.*\\.class"))
                .count();
    }

    private static void assertHostsHaveTheirFrames(Path classes) throws IOException {
        for (Path file : list(classes)) {
            if (file.toString().endsWith(".class")) {
                for (Object frame : framesNamedBy(file)) {
                    assertTrue(Files.exists(classes.resolve(frame + ".class")), file + " needs " + frame);
                }
            }
        }
    }

    private static List<?> framesNamedBy(Path file) throws IOException {
        ClassNode host = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(host, 0);
        if (host.invisibleAnnotations != null) {
            for (AnnotationNode annotation : host.invisibleAnnotations) {
                int at = annotation.values.indexOf("frames");
                if (annotation.desc.equals(Type.getDescriptor(Woven.class)) && at >= 0) {
                    return (List<?>) annotation.values.get(at + 1);
                }
            }
        }
        return List.of();
    }

    /** The class files; temporary files of a killed build are of no interest to anybody. */
    private static Map<String, Integer> contents(Path classes) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        for (Path file : list(classes)) {
            if (file.toString().endsWith(".class")) {
                contents.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static List<Path> list(Path classes) throws IOException {
        try (Stream<Path> files = Files.list(classes)) {
            return files.toList();
        }
    }
}
