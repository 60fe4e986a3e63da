package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Generator;
import dev.fermata.transformer.directory.DirectoryWeaver;
import dev.fermata.transformer.woven.Classes;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, on real files. */
class ExplainCommandTest {
    @TempDir
    private Path directory;

    private Path classes;
    private Path sources;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write_sources_and_classes() throws IOException {
        classes = directory.resolve("classes");
        sources = directory.resolve("sources");
        String text = Explained.source("Orders.java");
        Files.createDirectories(sources.resolve("com/acme"));
        // what the tests' compiler calls it
        Files.writeString(sources.resolve("com/acme/Source0.java"), text);
        for (Map.Entry<String, byte[]> file : Classes.compile(text).files().entrySet()) {
            Path path = classes.resolve(file.getKey() + ".class");
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return ExplainCommand.run(
                texts,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path orders() {
        return classes.resolve("com/acme/Orders.class");
    }

    @Test
    void explains_a_class_file_with_its_source() {
        assertEquals(0, run(orders(), "--source", sources), this::err);
        assertTrue(out().contains("com.acme.Orders.bill(List, int, String)  (Source0.java:26)"), this::out);
        assertTrue(out().contains("await(send(lines));   <- 2"), this::out);
        assertTrue(out().contains("com.acme.Orders.odd(int)"), this::out);
        assertEquals("", err());
    }

    @Test
    void says_where_it_has_not_found_the_source() {
        assertEquals(0, run(orders(), "--source", directory.resolve("elsewhere")));
        assertTrue(
                out().contains("There is no Source0.java of com.acme.Orders below [" + directory.resolve("elsewhere")
                        + "]."),
                this::out);
    }

    @Test
    void explains_only_the_method_that_is_named() {
        assertEquals(0, run(orders(), "--method", "odd"));
        assertTrue(out().startsWith("com.acme.Orders.odd(int)"), this::out);
        assertFalse(out().contains("com.acme.Orders.bill"), this::out);
        assertEquals(1, run(orders(), "--method", "even"));
        assertEquals("com.acme.Orders: It has no suspendable method of that name.\n", out());
    }

    @Test
    void explains_a_class_on_a_class_path_in_a_jar_and_in_a_directory_alike() throws IOException {
        Path jar = directory.resolve("app.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectories(zip.getPath("com/acme"));
            Files.copy(orders(), zip.getPath("com/acme/Orders.class"));
            Files.copy(classes.resolve("com/acme/Orders$Line.class"), zip.getPath("com/acme/Orders$Line.class"));
        }
        assertEquals(0, run(orders()));
        String expected = out();
        assertEquals(0, run("-cp", directory + File.pathSeparator + classes, "com.acme.Orders"), this::err);
        assertEquals(expected, out());
        assertEquals(0, run("-cp", jar, "com.acme.Orders"), this::err);
        assertEquals(expected, out());
        assertEquals(0, run(jar + "!com/acme/Orders.class"), this::err);
        assertEquals(expected, out());
        assertEquals(0, run(jar), this::err);
        assertEquals(expected, out());
        assertEquals(0, run(classes), this::err);
        assertEquals(expected, out());
    }

    @Test
    void writes_a_page_as_well() throws IOException {
        Path page = directory.resolve("deep/down/page.html");
        assertEquals(0, run(orders(), "--source", sources, "--html", page), this::err);
        assertTrue(out().endsWith("page: " + page + "\n"), this::out);
        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void compiles_the_source_of_a_class_anew_that_has_been_woven_already() throws IOException {
        run(orders(), "--source", sources);
        String expected = out();
        assertEquals(1, DirectoryWeaver.weave(classes).woven());
        byte[] woven = Files.readAllBytes(orders());

        assertEquals(0, run(orders(), "--source", sources, "-cp", classes + File.pathSeparator + runtime()), this::out);
        assertEquals("note: The class has been woven already; this is its source compiled anew.\n\n" + expected, out());
        assertEquals(woven.length, Files.size(orders()));
    }

    @Test
    void says_what_is_missing_to_explain_a_class_that_has_been_woven_already() throws IOException {
        DirectoryWeaver.weave(classes);
        assertEquals(1, run(orders()));
        assertTrue(out().contains("woven already"), this::out);
        assertTrue(out().contains("Give the directory of its source"), this::out);
        assertEquals(1, run(orders(), "--source", sources));
        assertTrue(out().contains("cannot be compiled anew"), this::out);
        assertTrue(out().contains("package dev.fermata does not exist"), this::out);
        assertEquals(1, run(classes));
        assertTrue(out().contains("woven already"), this::out);
    }

    @Test
    void shows_the_diagnostics_of_a_class_that_is_refused() throws IOException {
        Path bad = directory.resolve("Bad.class");
        Files.write(
                bad,
                Classes.compile("class Bad { @dev.fermata.Suspendable static String m() { return null; } }")
                        .files()
                        .get("Bad"));
        Path page = directory.resolve("bad.html");
        assertEquals(1, run(bad, "--html", page));
        assertTrue(out().startsWith("error: FERMATA-"), this::out);
        assertTrue(Files.readString(page).contains("class=\"problem error\""));
        Files.write(bad, new byte[] {1, 2, 3});
        assertEquals(1, run(bad));
        assertTrue(out().contains("3 bytes are too few"), this::out);
    }

    @Test
    void says_what_is_wrong_with_the_arguments() throws IOException {
        assertEquals(2, run());
        assertTrue(err().startsWith("explain: explain what?\nusage: "), this::err);
        assertEquals(2, run("a.class", "b.class"));
        assertTrue(err().contains("more than one"), this::err);
        assertEquals(2, run("--fast", "a.class"));
        assertTrue(err().contains("unknown option --fast"), this::err);
        assertEquals(2, run("a.class", "--html"));
        assertTrue(err().contains("--html needs a value"), this::err);
        assertEquals(2, run(directory.resolve("none.class")));
        assertTrue(err().contains("none.class: no such file"), this::err);
        assertEquals(2, run("-cp", classes, "com.acme.None"));
        assertTrue(err().contains("com.acme.None: no such class on the class path"), this::err);
        Path notes = Files.writeString(directory.resolve("notes.txt"), "no jar");
        assertEquals(2, run(notes));
        assertTrue(err().contains("notes.txt"), this::err);
        assertEquals(0, run("--help"));
        assertTrue(out().startsWith("usage: "), this::out);
    }

    @Test
    void a_source_outside_of_its_directory_is_never_read() throws IOException {
        Files.writeString(directory.resolve("secret.java"), "secret");
        SourceRoots roots = new SourceRoots(java.util.List.of(sources));
        assertTrue(roots.find("com.acme.Orders", "Source0.java").isPresent());
        assertTrue(roots.find("Orders", "../secret.java").isEmpty());
        assertTrue(roots.find("com.acme.Orders", "../../../secret.java").isEmpty());
    }

    private static Path runtime() {
        try {
            return Path.of(Generator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
