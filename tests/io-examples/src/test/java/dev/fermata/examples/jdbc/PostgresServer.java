package dev.fermata.examples.jdbc;

import dev.fermata.examples.real.FreePort;
import dev.fermata.examples.real.RealTools;
import dev.fermata.examples.real.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL with a database cluster of its own, which is thrown away in the end. It refuses to be run by root. */
final class PostgresServer implements AutoCloseable {
    private static final String INSTALL = "postgresql, and have its programs on the path (/usr/lib/postgresql/*/bin)";

    private final Path directory;
    private RunningProgram program;
    private int port;

    private PostgresServer(Path directory) {
        this.directory = directory;
    }

    static PostgresServer start() throws IOException {
        String initdb = RealTools.require("initdb", INSTALL).toString();
        String postgres = RealTools.require("postgres", INSTALL).toString();
        PostgresServer server = new PostgresServer(Files.createTempDirectory("fermata-postgres"));
        try {
            server.giveAway();
            String data = server.directory.resolve("data").toString();
            try (RunningProgram preparing =
                    RunningProgram.start(asUser(initdb, "--no-sync", "-U", "postgres", "-A", "trust", "-D", data))) {
                preparing.awaitLine("Success");
            }
            FreePort.find(port -> {
                server.program = RunningProgram.start(
                        asUser(postgres, "-D", data, "-p", Integer.toString(port), "-h", "127.0.0.1", "-k", "", "-F"));
                server.program.awaitLine("ready to accept connections");
                server.port = port;
                return null;
            });
            return server;
        } catch (Throwable failure) {
            server.close();
            throw failure;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void giveAway() throws IOException {
        if (isRoot()) {
            UserPrincipal user =
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(directory, user);
        }
    }

    private static List<String> asUser(String... command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            String runuser = RealTools.require("runuser", "util-linux").toString();
            whole.addAll(List.of(runuser, "-u", "postgres", "--"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    @Override
    public void close() throws IOException {
        if (program != null) {
            program.close();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
