package dev.fermata.tests.random.fuzz;

import dev.fermata.tests.random.grammar.Program;
import dev.fermata.tests.random.grammar.Scenery;
import dev.fermata.tests.random.run.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Good class files to start from: the validation targets, random programs, and the classes of these tests. */
final class Seeds {
    /** Found from where this class is, because the fuzzer works in a directory of its own. */
    private static final Path TEST_CLASSES = homeOf(Seeds.class);

    private static final Path TARGETS = TEST_CLASSES.resolve("../../../validation/src/test/targets");
    private static final int PROGRAMS = 10;

    private Seeds() {}

    private static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static List<byte[]> all() {
        try {
            List<byte[]> seeds = new ArrayList<>();
            seeds.addAll(
                    Compiler.inTurn(0).compile(sourcesOf("java8", "java17")).values());
            Map<String, String> programs = new TreeMap<>(Map.of(Scenery.CLASS_NAME, Scenery.source()));
            for (int number = 0; number < PROGRAMS; number++) {
                Program program = Program.grow(1, number);
                programs.put(program.className(), program.source());
            }
            seeds.addAll(Compiler.inTurn(1).compile(programs).values());
            for (Path file : files(TEST_CLASSES, ".class")) {
                seeds.add(Files.readAllBytes(file));
            }
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Compiler.Rejected e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> sourcesOf(String... levels) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String level : levels) {
            for (Path file : files(TARGETS.resolve(level).resolve("targets"), ".java")) {
                String name = TARGETS.resolve(level)
                        .resolve("targets")
                        .relativize(file)
                        .toString();
                sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
            }
        }
        return sources;
    }

    private static List<Path> files(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
