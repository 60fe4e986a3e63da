package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.io.load.LoadProgram;
import dev.fermata.benchmarks.io.load.Sample;
import dev.fermata.benchmarks.io.wire.Certificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sets the client on a server, both in new processes.
 *
 * @param processors where they run
 * @param settings how long
 * @param certificate for TLS
 * @param under a command that the client is started by, such as one that takes a lock; may be empty
 */
record Contest(Processors processors, Settings settings, Certificate certificate, List<String> under) {
    List<Sample> measure(Work work, Contestant contestant) throws IOException, InterruptedException {
        String tls = work.tls() ? certificate.directory().toString() : Certificate.NONE;
        List<String> command = join(
                processors.server(),
                contestant.command(),
                List.of(work.protocol().name(), tls));
        try (ServerProcess server = ServerProcess.start(command)) {
            Process client = Processes.builder(join(
                            under,
                            processors.client(),
                            Jvm.command(LoadProgram.class),
                            List.of(work.protocol().name(), tls),
                            numbers(server)))
                    .start();
            client.getOutputStream().close();
            String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (client.waitFor() != 0) {
                throw new IOException("the client ended with " + client.exitValue() + " at " + contestant.variant());
            }
            return said.lines()
                    .map(line -> JsonMapper.shared().readValue(line, Sample.class))
                    .toList();
        }
    }

    private List<String> numbers(ServerProcess server) {
        Stream<Long> before = Stream.of(
                (long) server.port(),
                server.pid(),
                (long) settings.warmUpMillis(),
                (long) settings.settleMillis(),
                (long) settings.measureMillis());
        return Stream.concat(before, settings.connections().stream())
                .map(String::valueOf)
                .toList();
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
