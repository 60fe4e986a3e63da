package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mockito, which rewrites a class with suspendable methods when it has been loaded, woven and run. */
@Tag("I9")
final class MockitoIT {
    private static final String[] OUTPUT = {"before 0", "mocked", "spied 0", "spied 1", "before 1", "after 0"};

    @TempDir
    Path directory;

    private Path classes;
    private List<Path> mockito;

    @BeforeEach
    void compile() {
        mockito = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().matches("(mockito-core|byte-buddy|objenesis)-.*\\.jar"))
                .toList();
        String path = mockito.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        classes = new Sources()
                .withOptions("-classpath", path + File.pathSeparator + Artifacts.runtime())
                .file("Account", Text.of("frameworks/Account.java"))
                .file("Mocked", Text.of("frameworks/Mocked.java"))
                .compileTo(directory.resolve("classes"));
    }

    @Test
    void mocks_what_our_agent_has_woven_when_it_comes_after_it_on_the_command_line() {
        run(new Jvm().withAgent("").with(mockitoAgent())).assertPrinted(OUTPUT);
    }

    @Test
    void mocks_what_our_agent_has_woven_when_it_attaches_itself() {
        run(new Jvm().withAgent("").with("-XX:+EnableDynamicAgentLoading")).assertPrinted(OUTPUT);
    }

    /** Then its interception gets into the code of the generator, which runs when that is iterated, not when it is made. */
    @Test
    @Tag("G12")
    void does_not_intercept_suspendable_methods_when_it_comes_before_our_agent() {
        Run run = run(new Jvm().with(mockitoAgent()).withAgent(""));
        assertTrue(run.out().startsWith("before 0"), run::toString);
        assertTrue(run.err().contains("InvalidUseOfMatchersException"), run::toString);
    }

    @Test
    void mocks_what_the_build_has_woven() {
        BuildTime.weave(classes);
        run(new Jvm().with(mockitoAgent())).assertPrinted(OUTPUT);
    }

    private String mockitoAgent() {
        Path core = mockito.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("mockito-core"))
                .findAny()
                .orElseThrow();
        return "-javaagent:" + core;
    }

    private Run run(Jvm jvm) {
        Path[] path = new Path[mockito.size() + 1];
        path[0] = classes;
        for (int i = 0; i < mockito.size(); i++) {
            path[i + 1] = mockito.get(i);
        }
        return jvm.withClassPath(path).run("demo.Mocked");
    }
}
