package dev.fermata.agent.command;

import java.io.PrintStream;
import java.util.List;

/** What can be asked for by the first word on the command line. */
public interface Command {
    /** The first word. */
    String name();

    /** What can stand behind the name, in the usual notation. */
    String usage();

    /** What it does, in a few words. */
    String summary();

    /**
     * Runs.
     *
     * @param arguments what stands behind the name
     * @param out where the result goes
     * @param err where everything else goes
     * @return the exit code
     * @throws UsageException if the arguments cannot be understood
     * @throws CommandException if it cannot be done
     */
    int run(List<String> arguments, PrintStream out, PrintStream err) throws CommandException;
}
