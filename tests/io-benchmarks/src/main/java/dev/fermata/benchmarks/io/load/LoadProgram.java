package dev.fermata.benchmarks.io.load;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** A process that loads a server with some numbers of connections, one after the other. */
public final class LoadProgram {
    /** Neither so few that they are mostly waited for, nor so many that they take long to make. */
    private static final int CONNECTIONS_OF_WARM_UP = 50;

    /** How often to warm up if nothing has been answered yet: a new server on a busy machine may take long. */
    private static final int MOST_WARM_UPS = 100;

    private LoadProgram() {}

    /**
     * Loads; prints a {@link Sample} as a line of JSON for each number of connections.
     *
     * @param arguments the protocol; the directory of the certificate or {@link Certificate#NONE}; the port; the server's process id;
     *     milliseconds of warm-up at the beginning, of warm-up for each number of connections, and of measurement; then these
     *     numbers
     * @throws Exception if the server cannot be reached
     */
    public static void main(String[] arguments) throws Exception {
        Certificate certificate = Certificate.ofArgument(arguments[1]);
        Target target = new Target(Protocol.valueOf(arguments[0]), certificate, Integer.parseInt(arguments[2]));
        ProcessHandle server = ProcessHandle.of(Long.parseLong(arguments[3])).orElseThrow();
        try (Load warmUp = new Load(target, CONNECTIONS_OF_WARM_UP)) {
            for (int i = 0;
                    i < MOST_WARM_UPS && warmUp.ask(millis(arguments[4])).answers() == 0;
                    i++) {}
        }
        for (String connections : Arrays.copyOfRange(arguments, 7, arguments.length)) {
            Sample sample =
                    sample(target, Integer.parseInt(connections), millis(arguments[5]), millis(arguments[6]), server);
            System.out.println(JsonMapper.shared().writeValueAsString(sample));
        }
    }

    private static Duration millis(String argument) {
        return Duration.ofMillis(Long.parseLong(argument));
    }

    private static Sample sample(
            Target target, int connections, Duration warmUp, Duration duration, ProcessHandle server)
            throws IOException {
        try (Load load = new Load(target, connections)) {
            long broken = load.ask(warmUp).errors();
            ProcessorTime serverBefore = ProcessorTime.of(server);
            ProcessorTime clientBefore = ProcessorTime.of(ProcessHandle.current());
            Measurement measurement = load.ask(duration);
            return new Sample(
                    connections,
                    measurement.withErrors(broken),
                    ProcessorTime.of(server).since(serverBefore),
                    ProcessorTime.of(ProcessHandle.current()).since(clientBefore));
        }
    }
}
