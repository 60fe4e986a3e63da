package dev.fermata.inspect;

import dev.fermata.loop.LoopView;
import java.time.Duration;
import java.util.List;

/**
 * Tells what all loops of this JVM are doing: their tasks, where each one stands and what it waits for, who waits for whom,
 * and who waits for himself (asyncio's {@code ps} and {@code pstree}). The command {@code ps} of the agent calls this in another
 * JVM.
 *
 * <p>Any thread may call it. A loop that runs answers between two steps of its tasks; one that does not answer for a third of a
 * second is looked at from outside, and told to be blocked, with the stack of its thread.
 */
public final class Inspection {
    private static final Duration PATIENCE = Duration.ofMillis(333);

    private Inspection() {}

    /**
     * The loops as objects.
     *
     * @return those that are not closed, in the order in which they were made
     */
    public static List<LoopView> loops() {
        return LoopView.all(PATIENCE);
    }

    /**
     * The loops as a list of their tasks, each with the stack on which it waits.
     *
     * @return lines of text
     */
    public static String text() {
        return TextReport.of(loops(), new TaskList());
    }

    /**
     * The loops as trees: below a task stands what it waits for.
     *
     * @return lines of text
     */
    public static String tree() {
        return TextReport.of(loops(), new TaskTree());
    }

    /**
     * The loops as JSON: an array of objects with the components of {@link LoopView}, ages in milliseconds, stacks as strings, and
     * for each loop its {@code deadlocks}, which are arrays of task numbers.
     *
     * @return one line
     */
    public static String json() {
        return JsonReport.of(loops());
    }

    /**
     * Registers {@link LoopsMXBean} with the JVM's own MBean server as {@code dev.fermata:type=Loops}, for JConsole and its like.
     * The system property {@code fermata.jmx=true} does the same when the first loop is made, and is set by this as the sign
     * for other processes that they can ask this way. Does nothing the second time.
     *
     * @throws IllegalStateException if it cannot be registered
     * @throws NoClassDefFoundError if the JVM comes without the module {@code java.management}
     */
    public static void registerMBean() {
        LoopsBean.register();
    }
}
