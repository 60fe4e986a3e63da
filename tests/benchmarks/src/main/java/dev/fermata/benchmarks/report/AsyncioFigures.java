package dev.fermata.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * CPython's asyncio doing the same works: scripts that measure themselves, and print a line of JSON for each. For scale, and
 * only where there is a {@code python3}.
 */
final class AsyncioFigures {
    private static final String PYTHON = "python3";
    private static final String SCRIPTS = "tests/benchmarks/src/main/python";
    private static final JsonMapper JSON = JsonMapper.shared();

    private AsyncioFigures() {}

    /** A line: nanoseconds for an operation or bytes for a thing, and half of what they are uncertain by or null. */
    private record Line(String work, String variant, Double ns, Double bytes, Double error) {
        private Figure figure() {
            boolean isTime = ns != null;
            return Figure.of(work, variant, isTime ? "ns" : "bytes", isTime ? ns : bytes, error, null);
        }
    }

    /** Why there will be nothing to measure, if that is so. */
    static Optional<LeftOut> obstacle() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(PYTHON, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(leftOut(PYTHON + " does not run"));
        } catch (IOException e) { // how Java says that there is no such program
            return Optional.of(leftOut("no " + PYTHON + " on the path"));
        }
    }

    private static LeftOut leftOut(String reason) {
        return new LeftOut("asyncio", "all", reason);
    }

    static List<Figure> measure(Path root) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        for (Path script : scriptsBelow(root)) {
            Process process = new ProcessBuilder(PYTHON, script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (process.waitFor() != 0) {
                throw new IOException(script + " ended with " + process.exitValue());
            }
        }
        return figuresIn(said.toString());
    }

    static List<Figure> figuresIn(String output) {
        return output.lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JSON.readValue(line, Line.class).figure())
                .toList();
    }

    private static List<Path> scriptsBelow(Path root) throws IOException {
        Path directory = root.resolve(SCRIPTS);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        }
    }
}
