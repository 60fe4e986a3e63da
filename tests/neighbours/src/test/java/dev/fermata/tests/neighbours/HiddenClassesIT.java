package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hidden classes: agents are not called for them, and no frame class can name them, so they cannot be hosts. */
@Tag("E19")
final class HiddenClassesIT {
    private static final String NOT_WOVEN = "dev.fermata.NotWovenError: Generator.yield was reached in code that is not"
            + " woven: demo\\.Host/0x[0-9a-f]+\\.%s \\(Host.java:%d\\)\\. The class is hidden: agents are not shown such"
            + " classes, and frame classes cannot name them\\. Define it as an ordinary class\\.";

    @TempDir
    Path directory;

    private Path classes;

    @BeforeEach
    void compile() {
        classes = new Sources()
                .file("Host", Text.of("hidden/Host.java"))
                .file("Main", Text.of("hidden/Main.java"))
                .file("Around", Text.of("hidden/Around.java"))
                .compileTo(directory.resolve("classes"));
    }

    @Test
    void an_unwoven_one_says_that_it_is_hidden_with_the_agent_and_without() {
        for (Jvm jvm : new Jvm[] {new Jvm().withAgent(""), new Jvm()}) {
            assertPrintsMatching(NOT_WOVEN.formatted("get", 13), define(jvm, "get"));
        }
        assertPrintsMatching(NOT_WOVEN.formatted("fixed", 19), define(new Jvm(), "fixed"));
    }

    /** The frame calls the body by the name of the ordinary class, if there is one. */
    @Test
    void a_woven_one_does_not_verify_where_the_ordinary_class_is() {
        BuildTime.weave(classes);
        assertPrintsMatching("java\\.lang\\.VerifyError: Bad type on operand stack", define(new Jvm(), "get"));
    }

    @Test
    void a_woven_one_does_not_link_where_the_ordinary_class_is_not() throws IOException {
        BuildTime.weave(classes);
        Path file = Files.move(classes.resolve("demo/Host.class"), directory.resolve("Host.class"));
        Run run = new Jvm().withClassPath(classes).run("demo.Main", file.toString(), "get");
        assertPrintsMatching("java\\.lang\\.(NoClassDefFoundError: demo/Host|VerifyError: .*)", run);
    }

    @Test
    void lambdas_and_proxies_around_hosts_work() {
        String[] output = {"lambda1", "reference0", "lambda1", "items", "reference0", "true"};
        new Jvm().withAgent("").withClassPath(classes).run("demo.Around").assertPrinted(output);
        BuildTime.weave(classes);
        new Jvm().withClassPath(classes).run("demo.Around").assertPrinted(output);
    }

    private Run define(Jvm jvm, String method) {
        String file = classes.resolve("demo/Host.class").toString();
        return jvm.withClassPath(classes).run("demo.Main", file, method);
    }

    private static void assertPrintsMatching(String pattern, Run run) {
        assertTrue(run.out().strip().matches(pattern), run::toString);
        assertEquals(0, run.exit(), run::toString);
    }
}
