package dev.fermata.benchmarks.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.benchmarks.io.load.Sample;
import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The run itself, too short to measure anything. */
@Timeout(120)
class ContestTest {
    private static final Settings SHORT = new Settings(1, 100, 100, 500, List.of(1, 3));

    @TempDir
    Path directory;

    @Test
    void sets_a_client_on_a_server_in_processes_of_their_own() throws IOException, InterruptedException {
        Contestant contestant = Contestant.all(Path.of("")).get(0);
        Contest contest =
                new Contest(new Processors(List.of(), List.of()), SHORT, Certificate.make(directory), List.of());
        List<Sample> samples = contest.measure(new Work(Protocol.HTTP, false), contestant);
        assertEquals(
                SHORT.connections(), samples.stream().map(Sample::connections).toList());
        samples.forEach(sample -> {
            assertEquals(0, sample.measurement().errors());
            assertEquals(sample.connections(), sample.measurement().connections());
            assertTrue(sample.measurement().answers() > 0, sample.toString());
        });
    }
}
