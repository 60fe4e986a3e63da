package dev.fermata.agent;

import dev.fermata.agent.command.Command;
import dev.fermata.agent.command.CommandException;
import dev.fermata.agent.command.Explain;
import dev.fermata.agent.command.Help;
import dev.fermata.agent.command.Inspect;
import dev.fermata.agent.command.Printable;
import dev.fermata.agent.command.UsageException;
import dev.fermata.agent.inspection.View;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code java -jar fermata-agent.jar} runs: one of the {@link Command}s. */
public final class Main {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** Runs and exits: with 0 when it is done, 1 when it cannot be done, 2 when the command line is wrong. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<Command> commands = commands();
        if (arguments.isEmpty()) {
            Help.print(commands, err);
            return MISUSED;
        }
        String name = arguments.get(0);
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return run(command, arguments.subList(1, arguments.size()), out, err);
            }
        }
        if (List.of("-h", "-help", "--help").contains(name)) {
            Help.print(commands, out);
            return DONE;
        }
        err.println("fermata: unknown command '" + name + "'");
        Help.print(commands, err);
        return MISUSED;
    }

    private static int run(Command command, List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return command.run(arguments, out, err);
        } catch (UsageException wrong) {
            err.println("fermata: " + wrong.getMessage());
            err.println("usage: " + Help.lineOf(command));
            return MISUSED;
        } catch (CommandException failed) {
            err.println("fermata: " + Printable.text(failed.getMessage()));
            return FAILED;
        }
    }

    /** In the order in which help shows them. */
    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>(Arrays.asList(
                new Inspect(View.PS, "the loops and tasks of a running JVM; without a pid, the JVMs that have Fermata"),
                new Inspect(View.TREE, "who waits for whom in a running JVM"),
                new Explain()));
        commands.add(new Help(commands));
        return commands;
    }
}
