package dev.fermata.tests.random.fuzz;

import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds as files, which is how Jazzer wants them, and makes the directory for what it finds. */
final class SeedCorpus {
    private SeedCorpus() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Files.createDirectories(directory.resolveSibling("found"));
        int number = 0;
        for (byte[] seed : Seeds.all()) {
            if (Weaver.mentionsFermata(seed)) {
                Files.write(directory.resolve("seed" + number++), seed);
            }
        }
    }
}
