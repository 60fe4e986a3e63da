package dev.fermata.benchmarks.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.benchmarks.io.load.Measurement;
import dev.fermata.benchmarks.io.load.ProcessorTime;
import dev.fermata.benchmarks.io.load.Sample;
import dev.fermata.benchmarks.report.Environment;
import dev.fermata.benchmarks.report.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final Environment HERE = new Environment("2026-01-02", "25", 25, "Linux", "a processor", 2);

    @TempDir
    Path directory;

    private static Report report(Trial... trials) {
        return new Report(
                Report.SCHEMA,
                "full",
                HERE,
                "Python 3.13",
                true,
                Settings.of(false, "1"),
                List.of(trials),
                List.of(new LeftOut("someone", "all", "a reason")));
    }

    /** A second in which the server and the client had a processor for so long. */
    private static Trial trial(String variant, int round, long answers, double server, double client) {
        return trial(1, variant, round, answers, server, client);
    }

    private static Trial trial(int connections, String variant, int round, long answers, double server, double client) {
        return new Trial(
                "echo-plain",
                variant,
                round,
                new Sample(
                        connections,
                        new Measurement(connections, answers, 1, 0, 10, 20, 30, 40),
                        new ProcessorTime(server, server / 2),
                        new ProcessorTime(client, client / 2)));
    }

    @Test
    void shows_the_median_of_the_rounds_and_their_spread() {
        String page = Page.of(report(
                trial("netty", 1, 100_000, 1, 0.5),
                trial("netty", 2, 160_000, 1, 0.5),
                trial("netty", 3, 120_000, 1, 0.5)));
        assertTrue(
                page.contains(
                        "| netty | 120 000 | 30 000 | 1.00 | 8.33 µs | 4.17 µs | 1.00 | 10.0 µs | 20.0 µs | 30.0 µs"),
                page);
    }

    @Test
    void compares_throughput_and_processor_time_with_netty() {
        String page = Page.of(report(trial("netty", 1, 100_000, 1, 0.5), trial("fermata", 1, 150_000, 0.75, 0.5)));
        assertTrue(page.contains("| **fermata** | 150 000 |  | 1.50 | 5.00 µs | 2.50 µs | 2.00 |"), page);
        assertTrue(page.contains("| × Netty | echo-plain, 1 connection | ≥ 1.00 | 1.50 |  | met |"), page);
    }

    @Test
    void a_loss_is_a_loss() {
        String page = Page.of(report(
                trial("asyncioStreams", 1, 50_000, 1, 0.5),
                trial("fermata", 1, 150_000, 1, 0.5),
                trial("handWritten", 1, 200_000, 1, 0.5)));
        assertTrue(
                page.contains("| × asyncio's streams | echo-plain, 1 connection | ≥ 10.0 | 3.00 | 4.00 | **missed** |"),
                page);
        assertTrue(page.contains("| × Netty | echo-plain, 1 connection | ≥ 1.00 |  |  | not measured |"), page);
    }

    @Test
    void shows_where_the_client_is_the_limit() {
        String page = Page.of(report(trial("netty", 1, 150_000, 1, 0.97)));
        assertTrue(page.contains("| 100 % | **97 %** |"), page);
    }

    @Test
    void where_a_server_was_not_at_its_limit_processor_time_decides() {
        String page =
                Page.of(report(trial(100, "netty", 1, 150_000, 1, 0.9), trial(100, "fermata", 1, 149_000, 0.8, 0.99)));
        assertTrue(page.contains("echo-plain, 100 connections | ≥ 1.00 | 1.24 |  | met, by processor time |"), page);
    }

    @Test
    void comes_out_of_the_file_as_it_went_in() throws IOException {
        Report report = report(trial("fermata", 1, 100_000, 1, 0.5), trial("netty", 1, 100_000, 1, 0.5));
        Path file = directory.resolve("result.json");
        report.write(file);
        assertEquals(report, Report.read(file));
        Render.write(report, directory);
        assertEquals(Page.of(report), Files.readString(directory.resolve("README.md")));
        assertTrue(Files.exists(directory.resolve("echo-plain.svg")));
        assertTrue(Files.notExists(directory.resolve("http-tls.svg")), "nobody did that");
    }
}
