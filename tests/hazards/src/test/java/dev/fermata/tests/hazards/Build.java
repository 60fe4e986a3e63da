package dev.fermata.tests.hazards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The build that this module is part of.
 *
 * @param root the directory of the whole project
 * @param started when it started; reports that are older belong to another build and do not count
 */
record Build(Path root, Instant started) {
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

    static Build running() {
        boolean anyReportWillDo = isToUpdate();
        return new Build(
                Path.of(System.getProperty("root")).toAbsolutePath().normalize(),
                anyReportWillDo ? Instant.EPOCH : Instant.parse(System.getProperty("build.started")));
    }

    /** Whether the document is to be written anew. */
    static boolean isToUpdate() {
        return !System.getProperty("hazards.update", "").isEmpty();
    }

    Path document() {
        return root.resolve("docs/hazards.md");
    }

    /** Every module but this one. */
    List<Path> modules() throws IOException {
        return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(name -> !name.equals("tests/hazards"))
                .map(root::resolve)
                .toList();
    }

    /** Files of this build in a directory, by the start and end of their names; none if there is no such directory. */
    List<Path> reports(Path directory, String prefix, String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            if (name.startsWith(prefix) && name.endsWith(suffix) && isOfThisBuild(file)) {
                found.add(file);
            }
        }
        return found;
    }

    boolean isOfThisBuild(Path file) throws IOException {
        return Files.exists(file)
                && !Files.getLastModifiedTime(file).toInstant().isBefore(started);
    }

    /** All files below a directory, in order; none if there is no such directory. */
    static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
