package dev.fermata.tests.neighbours;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Countdown;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * A Spring Boot application in an executable jar. The runtime, and a library that is woven too, are jars in that jar,
 * visible to Boot's own class loader only.
 */
@Tag("I12")
@Tag("E13")
final class SpringBootIT {
    private static final String[] OUTPUT = {"3", "2", "1", "6", "LaunchedClassLoader", "3", "2", "1"};

    @TempDir
    Path directory;

    private Path application;
    private Path library;

    @BeforeEach
    void compile() {
        library = Countdown.compileTo(directory.resolve("library"));
        String path = Stream.concat(spring().stream(), Stream.of(library, Artifacts.runtime()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        application = new Sources()
                .withOptions("-parameters", "-classpath", path)
                .file("Application", Text.of("boot/Application.java"))
                .compileTo(directory.resolve("application"));
    }

    @Test
    void is_woven_by_the_agent() throws IOException {
        Run run = new Jvm().withAgent("").run("-jar", executableJar());
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    @Test
    void is_woven_in_the_build() throws IOException {
        BuildTime.weave(application);
        BuildTime.weave(library);
        Run run = new Jvm().run("-jar", executableJar());
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    @Test
    @Tag("I16")
    void is_woven_half_in_the_build_and_half_by_the_agent() throws IOException {
        BuildTime.weave(application);
        Run run = new Jvm().withAgent("").run("-jar", executableJar());
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    private String executableJar() throws IOException {
        Path plain = Jars.pack(directory.resolve("plain.jar"), application, Map.of());
        Path packedLibrary = Jars.pack(directory.resolve("countdown.jar"), library, Map.of());
        Path executable = directory.resolve("application.jar");
        Repackager repackager = new Repackager(plain.toFile());
        repackager.setMainClass("app.Application");
        repackager.repackage(executable.toFile(), callback -> {
            for (Path jar : spring()) {
                callback.library(new Library(jar.toFile(), LibraryScope.COMPILE));
            }
            callback.library(new Library(packedLibrary.toFile(), LibraryScope.COMPILE));
            callback.library(new Library(Artifacts.runtime().toFile(), LibraryScope.COMPILE));
        });
        return executable.toString();
    }

    /** Spring Boot and what it needs, off the class path of the tests. */
    private static List<Path> spring() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName()
                        .toString()
                        .matches("(spring-(?!boot-loader-tools)|micrometer-|commons-logging-|jspecify-).*\\.jar"))
                .toList();
    }
}
