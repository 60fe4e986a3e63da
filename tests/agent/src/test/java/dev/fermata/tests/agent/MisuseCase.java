package dev.fermata.tests.agent;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class with a mistake in it, whose comments tell what is to be said about it:
 *
 * <pre>{@code
 *     Generator.yield(1); // FERMATA-009 misuse(): Generator.yield outside a suspendable method: ...
 * }</pre>
 *
 * <p>A comment on a line of its own tells of a message without a line number; a method of a nested class is written
 * {@code Nested.method()}. Each has a method {@code misuse()}, which runs into the mistake, and one named
 * {@code bystander()}, which does not.
 *
 * @param name the simple name of the class, in the package {@code misuse}
 * @param source the file's text
 * @param diagnostics what is to be said, in the order of the code
 */
record MisuseCase(String name, String source, List<String> diagnostics) {
    private static final Pattern EXPECTATION =
            Pattern.compile("(?<code>.*)// (?<id>FERMATA-\\d+) ((?<nested>\\w+)\\.)?(?<method>\\S.*?\\)): (?<text>.*)");

    static List<MisuseCase> all() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.sorted().map(MisuseCase::read).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(MisuseCase.class.getResource("/misuse"), "/misuse")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MisuseCase read(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ".java".length());
        try {
            String source = Files.readString(file);
            return new MisuseCase(
                    name, source, expectations(name, source.lines().toList()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> expectations(String name, List<String> lines) {
        List<String> expectations = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = EXPECTATION.matcher(lines.get(i));
            if (found.matches()) {
                String nested = found.group("nested") == null ? "" : "$" + found.group("nested");
                String line = found.group("code").isBlank() ? "" : ":" + (i + 1);
                expectations.add(found.group("id") + " misuse." + name + nested + "." + found.group("method") + " ("
                        + name + ".java" + line + "): " + found.group("text"));
            }
        }
        return expectations;
    }

    String className() {
        return "misuse." + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
