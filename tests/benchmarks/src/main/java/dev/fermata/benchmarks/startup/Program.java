package dev.fermata.benchmarks.startup;

import dev.fermata.Generator;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import unrelated.IdleAgent;
import unrelated.LoadAll;

/** The program to be started, and the agents to start it with. */
final class Program {
    private final Path program;
    private final Path idleAgent;
    private final Path fermataAgent;
    private final Path jacocoAgent;
    private final int classes;

    private Program(Path directory, Path fermataAgent, Path jacocoAgent, int classes) {
        this.program = directory.resolve("unrelated-classes.jar");
        this.idleAgent = directory.resolve("idle-agent.jar");
        this.fermataAgent = fermataAgent;
        this.jacocoAgent = jacocoAgent;
        this.classes = classes;
    }

    static Program write(Path directory, Path fermataAgent, Path jacocoAgent, int classes) throws IOException {
        Files.createDirectories(directory);
        Program made = new Program(directory, fermataAgent, jacocoAgent, classes);
        UnrelatedClasses.write(made.program, classes);
        writeIdleAgent(made.idleAgent);
        return made;
    }

    private static void writeIdleAgent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), IdleAgent.class.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Can-Retransform-Classes"), "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            UnrelatedClasses.put(
                    out, UnrelatedClasses.entryOf(IdleAgent.class), UnrelatedClasses.bytesOf(IdleAgent.class));
        }
    }

    Run run(int round, Variant variant) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(variant)).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        long start = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        int exit = process.waitFor();
        long wallMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (exit != 0 || !said.startsWith(classes + " ")) {
            throw new IllegalStateException(variant + " ended with " + exit + " and said: " + said);
        }
        return new Run(round, variant, Long.parseLong(said.substring(said.indexOf(' ') + 1)), wallMillis);
    }

    private List<String> command(Variant variant) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        switch (variant) {
            case PLAIN -> {}
            case IDLE -> command.add("-javaagent:" + idleAgent);
            case FERMATA, FERMATA_EXPECTED -> command.add("-javaagent:" + fermataAgent);
            // It is spared writing its file at the end.
            case JACOCO -> command.add("-javaagent:" + jacocoAgent + "=output=none");
        }
        command.addAll(List.of("-classpath", classPath(variant), LoadAll.class.getName()));
        return command;
    }

    private String classPath(Variant variant) {
        return variant == Variant.FERMATA_EXPECTED ? program + File.pathSeparator + runtime() : program.toString();
    }

    private static Path runtime() {
        try {
            return Path.of(Generator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
