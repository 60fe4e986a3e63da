package dev.fermata.transformer.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Suspendable;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.DiagnosticPolicy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWeaverTest {
    private static final String GOOD = "class %s { @dev.fermata.Suspendable static Iterable<Integer> one(int... a) {"
            + " for (int i : a) dev.fermata.Generator.yield(i); return null; } }";
    private static final String BAD = "class %s { static void plain() { dev.fermata.Generator.yield(1); } }";

    private static final String CARELESS =
            "class %s { static void drop(java.time.Duration a) {" + " dev.fermata.loop.EventLoop.sleep(a); } }";

    @TempDir
    private Path classes;

    @Test
    @Tag("J1")
    void a_second_run_changes_no_file() throws Exception {
        compile("Good", GOOD);
        DirectoryReport first = DirectoryWeaver.weave(classes);
        assertEquals(1, first.woven());
        Map<String, String> written = contents();
        assertEquals(2, written.size(), written::toString);
        assertEquals(new DirectoryReport(0, 0, List.of()), DirectoryWeaver.weave(classes));
        assertEquals(written, contents());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void who_may_read_a_class_may_read_what_is_woven_of_it() throws Exception {
        compile("Good", GOOD);
        Set<PosixFilePermission> readable = PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(classes.resolve("Good.class"), readable);
        DirectoryWeaver.weave(classes);
        for (String file : contents().keySet()) {
            assertEquals(readable, Files.getPosixFilePermissions(classes.resolve(file)), file);
        }
        assertEquals(2, contents().size());
    }

    @Test
    void an_error_in_one_class_leaves_all_as_they_were() throws Exception {
        compile("Good", GOOD);
        compile("Bad", BAD);
        compile("Worse", BAD);
        Map<String, String> before = contents();
        DirectoryReport report = DirectoryWeaver.weave(classes);
        assertTrue(report.failed());
        assertEquals(2, report.diagnostics().size(), report::toString);
        assertEquals(before, contents());
    }

    @Test
    void a_warning_raised_to_an_error_leaves_all_as_they_were() throws Exception {
        compile("Good", GOOD);
        compile("Careless", CARELESS);
        Map<String, String> before = contents();
        DirectoryReport report = DirectoryWeaver.weave(classes, DiagnosticPolicy.DEFAULT.withWarningsAsErrors());
        assertTrue(report.failed());
        assertEquals(1, report.diagnostics().size(), report::toString);
        assertEquals(before, contents());
    }

    @Test
    void a_class_that_is_not_woven_has_its_warnings_told() throws Exception {
        compile("Careless", CARELESS);
        DirectoryReport report = DirectoryWeaver.weave(classes);
        assertEquals(0, report.woven());
        assertEquals(
                DiagnosticCode.DROPPED_COROUTINE, report.diagnostics().get(0).code());
    }

    @Test
    void a_truncated_class_is_reported_by_its_file() throws Exception {
        compile("Good", GOOD);
        Path file = classes.resolve("Good.class");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));
        DirectoryReport report = DirectoryWeaver.weave(classes);
        assertEquals(
                DiagnosticCode.UNREADABLE_CLASS, report.diagnostics().get(0).code());
        assertEquals("Good.class", report.diagnostics().get(0).className());
    }

    @Test
    @Tag("J2")
    void frames_without_a_host_are_removed() throws Exception {
        compile("Good", GOOD);
        compile("Other", GOOD);
        DirectoryWeaver.weave(classes);
        Files.delete(classes.resolve("Other.class"));
        assertEquals(1, DirectoryWeaver.weave(classes).removed());
        assertEquals(2, contents().size());
    }

    @Test
    void a_directory_that_is_not_there_has_no_classes() throws IOException {
        assertEquals(0, DirectoryWeaver.weave(classes.resolve("none")).woven());
    }

    private void compile(String name, String source) throws IOException, URISyntaxException {
        Path file = Files.writeString(classes.resolve(name + ".java"), String.format(source, name));
        Path runtime = Path.of(Suspendable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", runtime.toString(), "-d", classes.toString(), file.toString());
        assertEquals(0, result);
        Files.delete(file);
    }

    /** Every file with its time and its bytes. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
