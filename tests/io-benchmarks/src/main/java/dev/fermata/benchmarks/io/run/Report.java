package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.report.Environment;
import dev.fermata.benchmarks.report.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a run; written as JSON, whose names are those of these records.
 *
 * @param schema {@link #SCHEMA}
 * @param run {@code "full"}, {@code "quick"} or {@code "partial"}
 * @param environment where and when
 * @param python asyncio's version; empty if there is none
 * @param isBound whether server and client had a processor each
 * @param settings how long was measured
 * @param trials everything that was measured
 * @param leftOut who could not take part
 */
record Report(
        String schema,
        String run,
        Environment environment,
        String python,
        boolean isBound,
        Settings settings,
        List<Trial> trials,
        List<LeftOut> leftOut) {
    /** Changes with the meaning of a name. */
    static final String SCHEMA = "fermata-io-benchmarks-1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static Report read(Path file) throws IOException {
        Report report = JSON.readValue(Files.readString(file), Report.class);
        if (!report.schema.equals(SCHEMA)) {
            throw new IOException(file + " is of schema " + report.schema + ", not " + SCHEMA);
        }
        return report;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }
}
