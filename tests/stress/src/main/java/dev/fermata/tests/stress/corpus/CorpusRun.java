package dev.fermata.tests.stress.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The command behind {@code mvn -Pcorpus verify}: every JDK of this machine, and every jar of the build or those named. */
public final class CorpusRun {
    private static final List<String> VERIFY_ALL =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal");

    private CorpusRun() {}

    /**
     * Runs it.
     *
     * @param arguments a directory to work in, the root of the build, and a list of jars; if that is empty, the jars are
     *     those that the modules' {@code target/class-path.txt} name
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Path.of(arguments[0]);
        List<Path> jars = JarCorpus.parse(arguments[2]);
        boolean holds = true;
        if (jars.isEmpty()) {
            for (Jdk jdk : Jdk.installed()) {
                holds &= javaBaseHolds(jdk, work);
            }
            jars = jarsOfBuild(Path.of(arguments[1]));
        }
        holds &= !new JarCorpus(jars).run().hasFailures();
        System.exit(holds ? 0 : 1);
    }

    /** Whether everything in the JDK's {@code java.base} can be woven and verifies. */
    static boolean javaBaseHolds(Jdk jdk, Path work) throws IOException, InterruptedException {
        Path patch = work.resolve("java.base-" + jdk.feature());
        delete(patch);
        Files.createDirectories(patch);
        boolean woven = jdk.run(List.of(), JavaBase.class, "weave", patch.toString()) == 0;
        boolean verified = verify(jdk, patch) == 0;
        delete(patch);
        return woven && verified;
    }

    /** Verifies a patch of {@code java.base} in place; gives the exit code. */
    static int verify(Jdk jdk, Path patch) throws IOException, InterruptedException {
        List<String> patched = new ArrayList<>(VERIFY_ALL);
        patched.add("--patch-module=java.base=" + patch);
        patched.add("--add-reads=java.base=jdk.jfr,java.management"); // by the runtime, which goes along
        return jdk.run(patched, JavaBase.class, "verify", patch.toString());
    }

    private static List<Path> jarsOfBuild(Path root) throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.endsWith(Path.of("target", "class-path.txt")))
                    .sorted()
                    .toList()) {
                JarCorpus.parse(Files.readString(file)).stream()
                        .filter(path -> path.toString().endsWith(".jar"))
                        .forEach(jars::add);
            }
        }
        return List.copyOf(jars);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
