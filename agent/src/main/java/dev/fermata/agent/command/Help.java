package dev.fermata.agent.command;

import java.io.PrintStream;
import java.util.List;

/** {@code help}: the other commands. */
public final class Help implements Command {
    private final List<Command> commands;

    /** Makes the command; the list may still grow. */
    public Help(List<Command> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "this text";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        print(commands, out);
        return 0;
    }

    /** Prints all commands. */
    public static void print(List<Command> commands, PrintStream to) {
        for (Command command : commands) {
            to.println(lineOf(command));
            to.println("    " + command.summary());
        }
        to.println("Exit codes: 0 done, 1 cannot be done, 2 wrong usage.");
        to.println("The same jar is the agent that weaves: java -javaagent:fermata-agent.jar ...");
    }

    /** How one command is called. */
    public static String lineOf(Command command) {
        return ("java -jar fermata-agent.jar " + command.name() + " " + command.usage()).trim();
    }
}
