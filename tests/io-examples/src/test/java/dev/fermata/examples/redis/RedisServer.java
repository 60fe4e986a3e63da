package dev.fermata.examples.redis;

import dev.fermata.examples.real.FreePort;
import dev.fermata.examples.real.RealTools;
import dev.fermata.examples.real.RunningProgram;
import java.nio.file.Path;
import java.util.List;

/** A Redis that keeps nothing, beside the test. */
final class RedisServer implements AutoCloseable {
    private final RunningProgram program;
    private final int port;

    private RedisServer(RunningProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    static RedisServer start(Path directory) {
        String redis = RealTools.require("redis-server", "redis-server").toString();
        return FreePort.find(port -> {
            RunningProgram program = RunningProgram.start(List.of(
                    redis,
                    "--port",
                    Integer.toString(port),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    "",
                    "--dir",
                    directory.toString(),
                    "--enable-debug-command",
                    "yes"));
            program.awaitLine("Ready to accept connections");
            return new RedisServer(program, port);
        });
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        program.close();
    }
}
