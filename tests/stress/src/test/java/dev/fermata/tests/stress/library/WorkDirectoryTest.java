package dev.fermata.tests.stress.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
    @TempDir
    Path temporary;

    private Path pom;

    @BeforeEach
    void writePom() throws IOException {
        pom = Files.writeString(temporary.resolve("some.pom"), "<project/>");
    }

    @Test
    void looks_as_the_project_does_after_a_build() throws IOException {
        WorkDirectory work = new WorkDirectory(temporary.resolve("work"));
        work.layOut(contents("a/A.class"), contents("a/ATest.class", "a/data.txt", "META-INF/MANIFEST.MF"), pom);
        assertEquals(
                Set.of(
                        "pom.xml",
                        "target/classes/a/A.class",
                        "target/test-classes/META-INF/MANIFEST.MF",
                        "target/test-classes/a/ATest.class",
                        "target/test-classes/a/data.txt",
                        "src/test/resources/a/data.txt"),
                filesIn(work.root()));
    }

    @Test
    void nothing_is_left_of_the_run_before() throws IOException {
        WorkDirectory work = new WorkDirectory(temporary.resolve("work"));
        work.layOut(contents("a/A.class"), contents(), pom);
        Files.writeString(work.temporary().resolve("left"), "");
        work.layOut(contents("b/B.class"), contents(), pom);
        assertEquals(Set.of("pom.xml", "target/classes/b/B.class"), filesIn(work.root()));
    }

    @Test
    void entries_do_not_point_outside() {
        WorkDirectory work = new WorkDirectory(temporary.resolve("work"));
        assertThrows(StressFailure.class, () -> work.layOut(contents("../../../evil"), contents(), pom));
    }

    @Test
    void a_jar_of_many_releases_shows_the_classes_for_this_one() throws IOException {
        assertEquals(
                "new",
                new String(
                        JarContents.of(jar("a/A.class", "old", "META-INF/versions/17/a/A.class", "new"))
                                .get("a/A.class"),
                        StandardCharsets.UTF_8));
    }

    @Test
    void signatures_are_left_out() throws IOException {
        assertEquals(
                Set.of("META-INF/MANIFEST.MF", "a/A.class"),
                JarContents.of(jar("META-INF/X.SF", "", "META-INF/X.RSA", "", "a/A.class", ""))
                        .keySet());
    }

    private Path jar(String... namesAndContents) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        Path file = temporary.resolve("some.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                jar.putNextEntry(new ZipEntry(namesAndContents[i]));
                jar.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static SortedMap<String, byte[]> contents(String... names) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (String name : names) {
            contents.put(name, new byte[] {1});
        }
        return contents;
    }

    private static Set<String> filesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }
}
