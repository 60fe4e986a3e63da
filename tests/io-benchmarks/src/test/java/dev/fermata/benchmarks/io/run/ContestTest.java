package dev.fermata.benchmarks.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.benchmarks.io.load.Sample;
import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run itself, too short to measure anything. */
@Timeout(120)
class ContestTest {
    private static final Settings SHORT = new Settings(1, 50, 50, 100, List.of(1, 3));

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"handWritten", "asyncioStreams", "asyncioProtocol"})
    void measures_servers_in_processes_of_their_own(String variant) throws IOException, InterruptedException {
        Contestant contestant = contestant(variant);
        Contest contest =
                new Contest(new Processors(List.of(), List.of()), SHORT, Certificate.make(directory), List.of());
        for (Work work : List.of(new Work(Protocol.ECHO, false), new Work(Protocol.HTTP, true))) {
            List<Sample> samples = contest.measure(work, contestant);
            assertEquals(
                    SHORT.connections(),
                    samples.stream().map(Sample::connections).toList());
            samples.forEach(sample -> {
                assertEquals(0, sample.measurement().errors(), work.title());
                assertEquals(sample.connections(), sample.measurement().connections());
                assertTrue(sample.measurement().answers() > 0, work.title());
            });
        }
    }

    private static Contestant contestant(String variant) throws InterruptedException {
        Contestant contestant = Contestant.all(Path.of("../..").toAbsolutePath().normalize()).stream()
                .filter(one -> one.variant().equals(variant))
                .findFirst()
                .orElseThrow();
        assumeTrue(contestant.obstacle().isEmpty(), () -> contestant.obstacle().orElseThrow());
        return contestant;
    }
}
