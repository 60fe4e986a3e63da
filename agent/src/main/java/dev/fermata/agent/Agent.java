package dev.fermata.agent;

import dev.fermata.agent.inspection.Errand;
import java.lang.instrument.Instrumentation;

/**
 * What the JVM calls: {@link #premain} for {@code -javaagent:fermata-agent.jar=options}, {@link #agentmain} for an attach
 * to a running JVM. The options are those of {@link AgentOptions}.
 */
public final class Agent {
    /** Read by the runtime, which words its advice by it when a marker is reached unwoven. */
    private static final String ACTIVE_PROPERTY = "fermata.agent";

    private static final Console CONSOLE = new Console();

    private static boolean active;

    private Agent() {}

    /**
     * Starts weaving, before the application starts.
     *
     * @param options as {@link AgentOptions} reads them; may be null
     * @param instrumentation the JVM's door
     * @throws ReflectiveOperationException if the JVM does not let frame classes be defined
     * @throws IllegalArgumentException if the options are wrong; the JVM then refuses to start
     */
    public static void premain(String options, Instrumentation instrumentation) throws ReflectiveOperationException {
        install(options, instrumentation, false);
    }

    /**
     * Starts weaving in a running JVM, with a warning: what is loaded already stays unwoven, because no method can be
     * added to a loaded class. Options that make an {@link Errand} have it done instead, and nothing is woven.
     *
     * @param options as {@link AgentOptions} or {@link Errand} reads them; may be null
     * @param instrumentation the JVM's door
     * @throws ReflectiveOperationException if the JVM does not let frame classes be defined
     * @throws IllegalArgumentException if the options are wrong; the attach then fails
     */
    public static void agentmain(String options, Instrumentation instrumentation) throws ReflectiveOperationException {
        Errand errand = Errand.parse(options);
        if (errand == null) {
            install(options, instrumentation, true);
        } else {
            errand.run(instrumentation);
        }
    }

    private static synchronized void install(String text, Instrumentation instrumentation, boolean late)
            throws ReflectiveOperationException {
        AgentOptions options = parse(text);
        if (active) {
            CONSOLE.say("the agent is active already; started again, it does nothing"
                    + (text == null ? "" : ", and its options '" + text + "' are ignored"));
            return;
        }
        ClassFilter filter = new ClassFilter(options.include(), options.exclude());
        EarlierClasses earlier = EarlierClasses.of(instrumentation, filter);
        Report report = new Report(CONSOLE, options.verbose());
        ClassDump dump = options.dump() == null ? null : new ClassDump(options.dump(), CONSOLE);
        WeavingTransformer transformer =
                new WeavingTransformer(instrumentation, options, filter, earlier, report, dump);
        if (late || Expectation.weavingIsNear()) {
            transformer.ready();
        }
        instrumentation.addTransformer(transformer, true);
        active = true;
        System.setProperty(ACTIVE_PROPERTY, version());
        report.started(version());
        earlier.warn(CONSOLE, late);
    }

    private static AgentOptions parse(String text) {
        try {
            return AgentOptions.parse(text);
        } catch (IllegalArgumentException wrong) {
            CONSOLE.say(wrong.getMessage() + AgentOptions.explanation());
            throw wrong;
        }
    }

    private static String version() {
        String version = Agent.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
