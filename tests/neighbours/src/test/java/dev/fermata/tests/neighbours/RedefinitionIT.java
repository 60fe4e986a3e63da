package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.ProbeAgent;
import dev.fermata.tests.agent.Sources;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class is redefined with the code it has, again and again, while frames of it are suspended. */
@Tag("I7")
final class RedefinitionIT {
    private static final int ROUNDS = 100;
    private static final String[] OUTPUT = {"step 100 10", "round 99", "5050", "fresh 1 1"};

    @TempDir
    Path directory;

    private Path classes;
    private Path probe;

    @BeforeEach
    void compile() {
        classes = directory.resolve("classes");
        probe = ProbeAgent.jarIn(directory);
        compile("", "");
    }

    /** A program with these statements in the methods that are empty otherwise. */
    private void compile(String pause, String finish) {
        new Sources()
                .withOptions("-classpath", probe + File.pathSeparator + Artifacts.runtime())
                .file("Work", Text.of("redefinition/Work.java"))
                .file(
                        "Main",
                        Text.of("redefinition/Main.java")
                                .replace("Exception {}", "Exception {" + pause + "}")
                                .replace("finish() {}", "finish() {" + finish + "}"))
                .compileTo(classes);
    }

    @Test
    @Timeout(300) // a debugger that misses an event waits for ever
    void by_a_debugger() throws Exception {
        byte[] same = Files.readAllBytes(classes.resolve("demo/Work.class"));
        String options = Jvm.agentSwitch("") + " -cp " + classes + File.pathSeparator + Artifacts.runtime();
        assertEquals(new HotSwap.Outcome(List.of(OUTPUT), ROUNDS, 3), HotSwap.run(options, same));
    }

    @Test
    void by_another_agent() {
        assertFramesStayThree("""
                byte[] same = java.nio.file.Files.readAllBytes(java.nio.file.Path.of(args[0]));
                probe.Probe.instrumentation.redefineClasses(new java.lang.instrument.ClassDefinition(Work.class, same));
                """);
    }

    @Test
    @Tag("I5")
    void by_retransformation() {
        assertFramesStayThree("probe.Probe.instrumentation.retransformClasses(Work.class);");
    }

    private void assertFramesStayThree(String pause) {
        compile(pause, """
                int frames = 0;
                for (Class<?> type : probe.Probe.instrumentation.getAllLoadedClasses()) {
                    frames += type.getName().startsWith("demo.Work$$") ? 1 : 0;
                }
                System.out.println(frames);
                """);
        new Jvm()
                .with("-javaagent:" + probe)
                .withAgent("")
                .withClassPath(classes)
                .run("demo.Main", classes.resolve("demo/Work.class").toString())
                .assertPrinted(OUTPUT[0], OUTPUT[1], OUTPUT[2], OUTPUT[3], "3");
    }
}
