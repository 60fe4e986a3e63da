package dev.fermata.tests.stress.corpus;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param home its directory
 * @param feature its version, such as 17
 */
record Jdk(Path home, int feature) {
    private static final int OLDEST = 17;

    /** The one that runs this. */
    static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /**
     * One JDK of each version from 17: the running one, those that variables such as {@code JAVA25_HOME} name, and those
     * installed beside the running one.
     */
    static List<Jdk> installed() throws IOException {
        SortedMap<Integer, Jdk> found = new TreeMap<>();
        found.put(running().feature, running());
        for (Path home : candidates()) {
            Jdk jdk = at(home);
            if (jdk != null && jdk.feature >= OLDEST) {
                found.putIfAbsent(jdk.feature, jdk);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Path> candidates() throws IOException {
        List<Path> homes = new ArrayList<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("JAVA\\d+_HOME")) {
                homes.add(Path.of(variable.getValue()));
            }
        }
        try (Stream<Path> siblings = Files.list(running().home.toRealPath().getParent())) {
            siblings.sorted().forEach(homes::add);
        }
        return homes;
    }

    private static Jdk at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(java(home))) {
            return null;
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty()
                ? null
                : new Jdk(
                        home,
                        Runtime.Version.parse(version.replaceFirst("^1\\.", "")).feature());
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    /** Runs a main class with this process's class path; gives the exit code. */
    int run(List<String> switches, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java(home).toString());
        command.addAll(switches);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
