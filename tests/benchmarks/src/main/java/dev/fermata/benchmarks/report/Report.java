package dev.fermata.benchmarks.report;

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
 * @param settings how JMH measured the workloads
 * @param weavingSettings how it measured the transformer
 * @param figures the numbers, each compared with the others of its work
 * @param leftOut who could not take part
 */
record Report(
        String schema,
        String run,
        Environment environment,
        Settings settings,
        Settings weavingSettings,
        List<Figure> figures,
        List<LeftOut> leftOut) {
    /** Changes with the meaning of a name. */
    static final String SCHEMA = "fermata-benchmarks-1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static Report of(
            String run,
            Environment environment,
            Settings settings,
            Settings weavingSettings,
            List<Figure> figures,
            List<LeftOut> leftOut) {
        return new Report(SCHEMA, run, environment, settings, weavingSettings, Comparison.compared(figures), leftOut);
    }

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
