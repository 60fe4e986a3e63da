package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attaching the agent to a JVM that runs already. */
@Timeout(120)
final class LateAttachIT {
    /** Runs what it is told, line by line: the name of a class whose main method is to be called. */
    private static final String LISTENER = """
            package demo;

            public class Listener {
                public static void main(String[] args) throws Exception {
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("ready");
                    for (String name = in.readLine(); name != null; name = in.readLine()) {
                        try {
                            Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) null);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            System.out.println(e.getCause().getMessage());
                        }
                        System.out.println("done");
                    }
                }
            }
            """;

    private static final String EARLY = """
            package demo;

            import dev.fermata.Generator;
            import dev.fermata.Suspendable;

            public class Early {
                private static boolean loaded;

                @Suspendable
                static Iterable<String> words() {
                    Generator.yield("late");
                    return null;
                }

                public static void main(String[] args) {
                    if (loaded) {
                        words().forEach(System.out::println);
                    }
                    loaded = true;
                }
            }
            """;

    private static final String WARNING =
            "the agent came after some classes had been loaded, and can weave only those loaded" + " from now on. ";
    private static final String ADVICE =
            "Start the JVM with -javaagent:fermata-agent.jar, or weave in the build with fermata-maven-plugin.";

    @TempDir
    Path classes;

    private File stderr;
    private Process process;
    private BufferedReader out;
    private BufferedWriter in;

    @BeforeEach
    void start() throws IOException {
        Countdown.compileTo(classes);
        new Sources().file("Listener", LISTENER).file("Early", EARLY).compileTo(classes);
        stderr = classes.resolve("stderr").toFile();
        process = new Jvm()
                .with("-XX:+EnableDynamicAgentLoading")
                .withClassPath(classes)
                .builder("demo.Listener")
                .redirectError(stderr)
                .start();
        out = process.inputReader();
        in = process.outputWriter();
        assertEquals("ready", out.readLine());
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor();
    }

    @Test
    @Tag("I5")
    void weaves_what_is_loaded_later_and_names_what_came_too_early() throws Exception {
        assertEquals(List.of(), tell("demo.Early"));
        attach(null);
        assertEquals(List.of("3", "2", "1"), tell("demo.Countdown"));
        assertEquals(
                "Generator.yield was reached in code that is not woven: demo.Early.words (Early.java:11). The Fermata agent"
                        + " VERSION is active but has not woven this class: it was loaded before the agent or by a class"
                        + " loader that agents do not reach, the agent's options leave it out, or stderr says more. Weave it"
                        + " in the build with fermata-maven-plugin (goal transform).",
                tell("demo.Early").get(0).replaceFirst("agent [0-9][^ ]*", "agent VERSION"));
        assertEquals(
                "fermata: " + WARNING + "The suspendable methods of these will not work:\n  demo.Early\n" + ADVICE
                        + "\n",
                end());
    }

    @Test
    void says_so_when_nothing_came_too_early() throws Exception {
        attach(null);
        assertEquals(List.of("3", "2", "1"), tell("demo.Countdown"));
        assertEquals("fermata: " + WARNING + "None of the others is known to need it.\n" + ADVICE + "\n", end());
    }

    @Test
    void a_second_attach_does_nothing_and_says_so() throws Exception {
        attach(null);
        attach("verbose");
        assertEquals(List.of("3", "2", "1"), tell("demo.Countdown"));
        String[] lines = end().split("\n");
        assertEquals(
                "fermata: the agent is active already; started again, it does nothing, and its options 'verbose' are ignored",
                lines[lines.length - 1]);
    }

    @Test
    void a_wrong_option_fails_the_attach_and_harms_nothing() throws Exception {
        assertThrows(AgentInitializationException.class, () -> attach("nonsense"));
        assertEquals(1, tell("demo.Countdown").size());
        assertEquals(
                "fermata: unknown option 'nonsense'. The options, separated by commas, are:",
                end().lines().findFirst().orElseThrow());
    }

    private void attach(String options) throws Exception {
        VirtualMachine target = VirtualMachine.attach(Long.toString(process.pid()));
        try {
            target.loadAgent(Artifacts.agentJar().toString(), options);
        } finally {
            target.detach();
        }
    }

    /** Has a main method called and gives what it prints. */
    private List<String> tell(String name) throws IOException {
        in.write(name);
        in.newLine();
        in.flush();
        List<String> answer = new ArrayList<>();
        for (String line = out.readLine(); !"done".equals(line); line = out.readLine()) {
            answer.add(line);
        }
        return answer;
    }

    /** Ends the JVM and gives all that it has said on stderr. */
    private String end() throws IOException, InterruptedException {
        in.close();
        assertEquals(0, process.waitFor());
        return Files.readString(stderr.toPath());
    }
}
