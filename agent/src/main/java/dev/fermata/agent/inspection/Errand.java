package dev.fermata.agent.inspection;

import java.io.File;
import java.lang.instrument.Instrumentation;

/**
 * What an agent that is loaded into a running JVM is sent for if it is not to weave. The options are kept few and simple
 * because the two sides may be of different versions: the agent that answers is the one that the JVM loaded first.
 *
 * <ul>
 *   <li>{@code inspect=<view>:<file>} writes a {@link View} to a file; without {@code <view>:} it is {@code ps}, without a
 *       file it goes to stderr. A colon may stand for the equals sign: {@code jcmd} cuts off what follows one, unless it is
 *       in quotes.
 *   <li>{@code jmx} registers the MBean of each runtime.
 * </ul>
 */
public final class Errand {
    private static final String INSPECT = "inspect";
    private static final String JMX = "jmx";

    /** Null to register the MBean. */
    private final View view;

    /** Null for stderr. */
    private final File file;

    private Errand(View view, File file) {
        this.view = view;
        this.file = file;
    }

    /**
     * Reads the agent's options.
     *
     * @param options what was given to the agent; may be null
     * @return null if they are those of an agent that is to weave
     */
    public static Errand parse(String options) {
        if (JMX.equals(options)) {
            return new Errand(null, null);
        }
        if (options == null || !options.startsWith(INSPECT)) {
            return null;
        }
        String rest = options.substring(INSPECT.length());
        if (rest.isEmpty()) {
            return new Errand(View.PS, null);
        }
        return rest.charAt(0) == '=' || rest.charAt(0) == ':' ? inspect(rest.substring(1)) : null;
    }

    private static Errand inspect(String what) {
        for (View view : View.values()) {
            String prefix = view.word() + ":";
            if (what.startsWith(prefix)) {
                return new Errand(view, fileNamed(what.substring(prefix.length())));
            }
        }
        return new Errand(View.PS, fileNamed(what));
    }

    private static File fileNamed(String name) {
        return name.isEmpty() ? null : new File(name);
    }

    /**
     * Does it. What goes wrong is said where the answer was to be, on a line that starts with {@link Answer#ERROR}: who asked
     * does not see what a JVM prints.
     *
     * @param instrumentation the JVM's door
     */
    public void run(Instrumentation instrumentation) {
        Runtimes runtimes = Runtimes.in(instrumentation);
        if (view == null) {
            Answer.toStderr(runtimes.registerMBeans());
        } else if (file == null) {
            Answer.toStderr(runtimes.show(view));
        } else {
            Answer.toFile(file, runtimes.show(view));
        }
    }
}
